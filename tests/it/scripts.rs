//! The scripts that are read: every text that names them names them all, and no others.

use namesieve::transliterate;
use unicode_script::Script;

/// What readers call a script.
fn called(script: Script) -> &'static str {
    match script {
        Script::Han => "Chinese",
        Script::Hangul => "Korean",
        Script::Hiragana | Script::Katakana => "Japanese kana",
        Script::Myanmar => "Burmese",
        other => other.full_name(),
    }
}

#[test]
fn every_text_that_names_the_scripts_names_them_all() {
    let mut names = vec!["Latin"];
    names.extend(transliterate::scripts().map(called));
    names.dedup();
    let last = names.pop().unwrap();
    let sentence = format!("{} and {last} letters", names.join(", "));
    for (file, text) in [
        ("README.md", include_str!("../../README.md")),
        ("pkg/README.md", include_str!("../../pkg/README.md")),
        ("src/lib.rs", include_str!("../../src/lib.rs")),
        ("www/languages/en.js", include_str!("../../www/languages/en.js")),
    ] {
        // A line break in a text is no more than a space.
        let text = text.replace("//!", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&sentence), "{file} does not say: {sentence}");
    }
}
