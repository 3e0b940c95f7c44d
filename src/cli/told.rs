//! Findings as text for a person at a terminal.

use namesieve::facts::{Effect, Fact, Finding};

/// One finding in plain words.
pub fn finding(finding: &Finding) -> String {
    let fact = match finding.fact {
        Fact::Birth => "born",
        Fact::Country => "country",
        Fact::Nationality => "nationality",
        Fact::Kind => "kind",
        Fact::Gender => "gender",
        Fact::Identifier => "number",
    };
    let verdict = format!("{:?}", finding.verdict).to_lowercase();
    let listed = match finding.listed.is_empty() {
        true => String::new(),
        false => format!(" (listed: {})", finding.listed.join("; ")),
    };
    format!("{fact} {}: {verdict}, {}{listed}", finding.given, effect(finding.effect))
}

/// What exactly agrees or differs.
fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::NotListed => "the list does not say",
        Effect::NotReadable => "what the list says cannot be read",
        Effect::OtherYear => "more than two years off",
        Effect::WithinTwoYears => "within two years",
        Effect::OtherDay => "another day of the same year",
        Effect::WithinRange => "within the span",
        Effect::SameYear => "the same year",
        Effect::DayMonthSwapped => "the same with day and month exchanged",
        Effect::SameMonth => "the same month",
        Effect::SameDay => "the same day",
        Effect::OtherCountry => "another country",
        Effect::RelatedCountry => "one is or was held to be a part of the other",
        Effect::SameIssuer => "a listed number was issued there",
        Effect::SameAddress => "a listed address is there",
        Effect::SameBirthPlace => "the listed place of birth is there",
        Effect::SameFlag => "the flag or registration",
        Effect::SameNationality => "the listed nationality",
        Effect::OtherNationality => "another nationality",
        Effect::OtherKind => "another kind",
        Effect::SameKind => "the same kind",
        Effect::OtherGender => "another gender",
        Effect::SameGender => "the same gender",
        Effect::OtherNumber => "none of the listed numbers",
        Effect::OtherUniqueNumber => "another number of which there is only one",
        Effect::Mistyped => "it fails its own checksum",
        Effect::SameNumber => "a listed number",
    }
}
