//! What a page draws: runs of letters with their places, and whether there is anything else to look at.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};
use unicode_normalization::UnicodeNormalization;

/// Pictures that are drawn narrower or lower than this, in points, show no name that anybody could read.
const LEGIBLE: (f64, f64) = (36.0, 6.0);

/// More letters than these are drawn on no page for a person to read; what is drawn beyond them is told as unread.
const MOST_LETTERS: usize = 400_000;

/// A letter and its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Letter {
    pub(super) text: String,
    /// Where it begins and ends along its line.
    pub(super) from: f64,
    pub(super) to: f64,
}

/// Letters that are drawn at once, on one line.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) letters: Vec<Letter>,
    /// Where the line stands across its direction; more is further down.
    pub(super) across: f64,
    /// The size of the letters.
    pub(super) size: f64,
    /// The direction of the line, of length 1; right is `(1, 0)`.
    pub(super) direction: (f64, f64),
}

/// A page as it is drawn.
#[derive(Default)]
pub(super) struct Drawing {
    pub(super) runs: Vec<Run>,
    /// Pictures that may show a name.
    pub(super) pictures: usize,
    /// Letters without a character.
    pub(super) unknown: usize,
    /// Whether lines or areas are drawn.
    pub(super) drawn: bool,
    letters: usize,
}

impl Drawing {
    fn add(&mut self, run: Run) {
        // Bold letters are drawn twice by some programs, and outlined ones are.
        let again = self.runs.last().is_some_and(|last| {
            let near = |a: f64, b: f64| (a - b).abs() < 0.15 * run.size;
            last.letters.len() == run.letters.len()
                && near(last.across, run.across)
                && last.letters.iter().zip(&run.letters).all(|(a, b)| a.text == b.text && near(a.from, b.from))
        });
        if !again {
            self.runs.push(run);
        }
    }
}

impl<'a> Device<'a> for Drawing {
    fn draw_glyph_run(&mut self, glyphs: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let is_vertical = glyphs.writing_mode() == WritingMode::Vertical;
        let mut run: Option<Run> = None;
        for glyph in glyphs.glyphs() {
            if self.letters >= MOST_LETTERS {
                self.unknown += 1;
                continue;
            }
            self.letters += 1;
            let Some((place, line)) = place(props.transform * glyph.transform(), is_vertical) else { continue };
            let advance = match &**glyph {
                Glyph::Outline(outline) => outline.advance_width(),
                Glyph::Type3(drawn) => drawn.advance_width(),
            };
            let advance =
                advance.filter(|width| width.is_finite() && !is_vertical).map_or(EM, f64::from) / EM * line.size;
            let Some(text) = glyph.as_unicode().map(text).filter(|text| !text.is_empty()) else {
                self.unknown += usize::from(advance > 0.0);
                continue;
            };
            let letter = Letter { text, from: place, to: place + advance };
            // Letters of one run stand on one line, unless they turn or climb.
            if run.as_ref().is_some_and(|run| !run.holds(&line)) {
                run.take().into_iter().for_each(|run| self.add(run));
            }
            run.get_or_insert(line).letters.push(letter);
        }
        run.into_iter().for_each(|run| self.add(run));
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        // It places each point of the picture.
        let [a, b, c, d, ..] = props.transform.as_coeffs();
        let (wide, high) = (a.hypot(b) * f64::from(image.width()), c.hypot(d) * f64::from(image.height()));
        self.pictures += usize::from(wide >= LEGIBLE.0 && high >= LEGIBLE.1);
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.drawn = true;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// What the measures of a font are parts of.
const EM: f64 = 1000.0;

/// Where a letter begins, and a run for its line; nothing where the letter has no place.
fn place(glyph: Affine, is_vertical: bool) -> Option<(f64, Run)> {
    let [a, b, c, d, ..] = glyph.as_coeffs();
    let at = glyph * Point::ZERO;
    let size = c.hypot(d) * EM;
    let along = if is_vertical { Vec2::new(-c, -d) } else { Vec2::new(a, b) };
    let length = along.hypot();
    if !(size.is_finite() && size > 0.0 && length > 0.0 && at.x.is_finite() && at.y.is_finite()) {
        return None;
    }
    let along = along / length;
    // Columns that are written downwards follow each other to the left.
    let run = Run { letters: Vec::new(), across: at.y * along.x - at.x * along.y, size, direction: (along.x, along.y) };
    Some((at.x * along.x + at.y * along.y, run))
}

impl Run {
    /// Whether another run stands on the same line.
    pub(super) fn holds(&self, other: &Run) -> bool {
        let turned = self.direction.0 * other.direction.0 + self.direction.1 * other.direction.1 < 0.99;
        !turned && (self.across - other.across).abs() < 0.5 * self.size.max(other.size)
    }
}

/// The characters of a letter: those that fonts make of others, such as ligatures and the shapes of Arabic letters, as they are
/// written.
fn text(letter: BfString) -> String {
    let text = match letter {
        BfString::Char(c) => c.to_string(),
        BfString::String(text) => text,
    };
    let shaped = |c: char| matches!(c, '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    let whole: String = if text.contains(shaped) { text.nfkc().collect() } else { text };
    whole
        .chars()
        .filter(|c| !c.is_control() || c.is_whitespace())
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}
