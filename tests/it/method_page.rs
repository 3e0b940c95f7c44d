//! What is told of the method, held against its code: the page for readers and the prose of `score`.

use namesieve::DEFAULT_THRESHOLD;
use std::collections::HashMap;

const WEIGHTS: &str = include_str!("../../src/score/weights.rs");
const PROSE: &str = include_str!("../../src/score/mod.rs");
const PAGE: &str = include_str!("../../www/method.html");
const INDEX: &str = include_str!("../../www/index.html");

/// The constants of the method with their values.
fn constants() -> HashMap<&'static str, f64> {
    let constant = |line: &'static str| {
        let (name, rest) = line.strip_prefix("pub const ")?.split_once(':')?;
        let value = rest.split_once('=')?.1.trim().trim_end_matches(';').replace('_', "");
        Some((name, value.parse().ok()?))
    };
    WEIGHTS.lines().filter_map(constant).collect()
}

/// The figures that a page quotes: the constant, its value, and the figure as a reader sees it.
fn quoted(page: &str) -> Vec<(&str, f64, f64)> {
    page.split("<data value=\"")
        .skip(1)
        .map(|rest| {
            let (value, rest) = rest.split_once("\" data-constant=\"").expect("a constant after its value");
            let (name, rest) = rest.split_once("\">").expect("the figure after its constant");
            let (shown, _) = rest.split_once("</data>").expect("an end of the figure");
            (name, value.parse().expect("a value"), shown.trim().parse().expect("a figure"))
        })
        .collect()
}

#[test]
fn every_figure_on_the_page_is_that_of_the_code() {
    let constants = constants();
    assert!(constants.len() > 30, "the constants can be read: {}", constants.len());
    let quoted = quoted(PAGE);
    assert!(quoted.len() >= 12, "{quoted:?}");
    for (name, value, shown) in quoted {
        let constant = constants.get(name).unwrap_or_else(|| panic!("the page quotes {name}, which is no constant"));
        assert_eq!(value, *constant, "{name}, in www/method.html");
        // A reader sees points and shares as whole numbers; the code has hundredths of points.
        assert!(shown == value || shown * 100.0 == value, "{name} is {value}, and the page shows {shown}");
    }
}

#[test]
fn a_figure_that_is_none_of_the_code_is_found() {
    let page = "<p><data value=\"69\" data-constant=\"DEFAULT_THRESHOLD\">69</data></p>";
    assert_eq!(quoted(page), [("DEFAULT_THRESHOLD", 69.0, 69.0)]);
    assert_eq!(constants()["DEFAULT_THRESHOLD"], f64::from(DEFAULT_THRESHOLD));
}

#[test]
fn the_prose_of_the_method_has_the_default_threshold_and_names_constants_that_exist() {
    assert!(PROSE.contains(&format!("//! {DEFAULT_THRESHOLD} by default.")), "the section on the threshold");
    let marked = PROSE.lines().find(|line| line.ends_with("<- default")).expect("a marked row of the table");
    assert_eq!(marked.split_whitespace().nth(1), Some(DEFAULT_THRESHOLD.to_string().as_str()), "{marked}");
    let constants = constants();
    for name in
        PROSE.split("weights::").skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_uppercase() && c != '_').next())
    {
        let name = name.unwrap_or_default();
        assert!(name.is_empty() || constants.contains_key(name), "{name}");
    }
}

#[test]
fn the_page_of_names_leads_to_it_without_leaving_the_name_behind() {
    assert!(INDEX.contains("href=\"./method.html\" target=\"_blank\""));
    assert!(!PAGE.contains("<script"), "it is a text");
}
