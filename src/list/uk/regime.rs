//! The regimes of the UK list, each called after the regulations that make it.

use crate::designation::Programme;

/// The act under which the regulations of every regime are made.
const ACT: &str = "Sanctions and Anti-Money Laundering Act 2018";

/// A regime as a programme: its code is the name of the regulations, its title what they are about.
pub fn programme(name: &str) -> Programme {
    Programme { code: name.into(), authority: ACT.into(), title: title(name), references: Vec::new() }
}

/// `The Russia (Sanctions) (EU Exit) Regulations 2019` is `Russia`; a name of another form is its own title.
fn title(name: &str) -> String {
    let mut title = name.strip_prefix("The ").unwrap_or(name).to_owned();
    let Some((about, year)) = title.rsplit_once(" Regulations ") else { return name.to_owned() };
    if year.len() != 4 || !year.bytes().all(|digit| digit.is_ascii_digit()) {
        return name.to_owned();
    }
    title = about.to_owned();
    for words in [" (EU Exit)", " (Sanctions)", " (United Nations Sanctions)"] {
        title = title.replace(words, "");
    }
    let title = title.strip_suffix(" Sanctions").unwrap_or(&title).trim();
    if title.is_empty() { name.to_owned() } else { title.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_what_the_regulations_are_about() {
        for (name, expected) in [
            ("The Russia (Sanctions) (EU Exit) Regulations 2019", "Russia"),
            ("The Iran (Sanctions) (Nuclear) (EU Exit) Regulations 2019", "Iran (Nuclear)"),
            ("The Iran (Sanctions) Regulations 2023", "Iran"),
            ("The Global Human Rights Sanctions Regulations 2020", "Global Human Rights"),
            (
                "Isil (Da'esh) and Al-Qaeda (United Nations Sanctions) (EU Exit) Regulations 2019",
                "Isil (Da'esh) and Al-Qaeda",
            ),
            (
                "The Counter-Terrorism (International Sanctions) (EU Exit) Regulations 2019",
                "Counter-Terrorism (International Sanctions)",
            ),
            ("Afghanistan", "Afghanistan"),
            ("The Regulations 2019", "The Regulations 2019"),
        ] {
            assert_eq!(title(name), expected);
        }
    }
}
