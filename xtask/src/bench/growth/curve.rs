//! The picture of growth: how many times as much the lists of each size take as the real ones do, both axes by powers of ten.

use anyhow::{Result, anyhow};
use plotters::prelude::*;

use super::Size;

/// In pixels, as wide as a README shows it.
const SIZE: (u32, u32) = (760, 440);
/// Told apart also by those who do not see the difference of red and green, and in grey.
const COLOURS: [RGBColor; 4] =
    [RGBColor(160, 160, 160), RGBColor(0, 90, 181), RGBColor(220, 120, 0), RGBColor(80, 20, 90)];

/// The picture as SVG.
pub fn draw(sizes: &[Size]) -> Result<String> {
    let Some(real) = sizes.first() else { return Err(anyhow!("nothing was measured that could be drawn")) };
    let times = |one: f64, of: f64| if of > 0.0 { one / of } else { 1.0 };
    let curve = |what: &dyn Fn(&Size) -> f64| -> Vec<(f64, f64)> {
        sizes.iter().map(|size| (size.designations as f64, times(what(size), what(real)))).collect()
    };
    let curves = [
        ("in proportion", curve(&|size| size.designations as f64)),
        ("opening", curve(&|size| size.opening.as_secs_f64())),
        ("a name, median", curve(&|size| size.query.median.as_secs_f64())),
        ("memory", curve(&|size| size.memory as f64)),
    ];
    let last = sizes.iter().map(|size| size.designations).max().unwrap_or_default() as f64;
    let most = curves.iter().flat_map(|(_, points)| points).map(|(_, times)| *times).fold(1.0, f64::max);
    let mut svg = String::new();
    plot(&mut svg, &curves, real.designations as f64..last * 1.1, 0.8..most * 1.3)
        .map_err(|why| anyhow!("the picture could not be drawn: {why}"))?;
    Ok(svg)
}

type Curve<'a> = (&'a str, Vec<(f64, f64)>);
type Drawn<'a> = std::result::Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

fn plot<'a>(
    svg: &'a mut String,
    curves: &[Curve],
    across: std::ops::Range<f64>,
    up: std::ops::Range<f64>,
) -> Drawn<'a> {
    let area = SVGBackend::with_string(svg, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .margin(16)
        .x_label_area_size(48)
        .y_label_area_size(64)
        .build_cartesian_2d(across.log_scale(), up.log_scale())?;
    chart
        .configure_mesh()
        .x_desc("designations")
        .y_desc("times as much as the real lists take")
        .label_style(("sans-serif", 14))
        .x_label_formatter(&|x| format!("{x:.0}"))
        .y_label_formatter(&|y| format!("{y}"))
        .draw()?;
    for ((title, points), colour) in curves.iter().zip(COLOURS) {
        chart
            .draw_series(LineSeries::new(points.iter().copied(), colour.stroke_width(2)).point_size(3))?
            .label(*title)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 24, y)], colour.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE)
        .border_style(BLACK)
        .label_font(("sans-serif", 14))
        .draw()?;
    area.present()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::speed::times::Times;
    use std::time::Duration;

    #[test]
    fn a_picture_names_what_it_shows() {
        let size = |designations: usize| Size {
            designations,
            names: 3 * designations,
            opening: Duration::from_millis(designations as u64),
            first_query: Duration::ZERO,
            query: Times::of(vec![Duration::from_micros(designations as u64)]),
            memory: 1000 * designations as u64,
        };
        let svg = draw(&[size(1_000), size(10_000)]).unwrap();
        for said in ["<svg", "in proportion", "opening", "a name, median", "memory", "designations"] {
            assert!(svg.contains(said), "{said}: {svg}");
        }
        assert!(draw(&[]).is_err());
    }
}
