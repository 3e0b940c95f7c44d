//! What the UK imposes on an entry: the words and the marks of the list as measures.

/// The measures, in the order in which they are shown, each with the pieces of words that mean it. Words are compared
/// without spaces and capitals, as the list writes `Travel Ban` and `TravelBan`.
const MEASURES: [(&str, &[&str]); 5] = [
    ("uk-asset-freeze", &["assetfreeze"]),
    ("uk-travel-ban", &["travelban"]),
    (
        "uk-services",
        &[
            "trustservices",
            "directordisqualification",
            "technicalassistance",
            "internetservices",
            "correspondentbanking",
            "processingpayments",
            "financialservices",
        ],
    ),
    (
        "uk-transport",
        &[
            "ofships", // not `ship` alone, which is in `relationship` too
            "specifiedship",
            "shipping",
            "vessel",
            "aircraft",
            "transport",
            "portentry",
            "deflag",
            "detention",
            "movementof",
        ],
    ),
    ("uk-trade", &["armsembargo", "trade"]),
];

/// A measure of another kind, and the words of those that are known to be.
const OTHER: &str = "uk-other";
const OTHERS: [&str; 2] = ["businessarrangements", "representativeoffices"];

/// The ids of the measures that words of the list mean, and the words of which it is not known what they mean; they too
/// are a measure of another kind.
pub fn measures<'a>(words: impl IntoIterator<Item = &'a str>) -> (Vec<String>, Vec<&'a str>) {
    let mut found: Vec<&str> = Vec::new();
    let mut unknown = Vec::new();
    for words in words {
        let plain: String = words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let before = found.len();
        let meant = MEASURES.iter().filter(|(_, pieces)| pieces.iter().any(|piece| plain.contains(piece)));
        // Technical assistance to aircraft and the servicing of crews name what they serve.
        found.extend(meant.map(|(id, _)| *id).filter(|id| *id != "uk-transport" || !plain.starts_with("technical")));
        if found.len() == before && !plain.is_empty() {
            found.push(OTHER);
            if !OTHERS.iter().any(|piece| plain.contains(piece)) {
                unknown.push(words.trim());
            }
        }
    }
    let order = MEASURES.iter().map(|(id, _)| *id).chain([OTHER]);
    (order.filter(|id| found.contains(id)).map(str::to_owned).collect(), unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_marks_of_the_list_mean_measures() {
        for (words, expected) in [
            ("Asset freeze", "uk-asset-freeze"),
            ("AssetFreeze", "uk-asset-freeze"),
            ("Travel Ban", "uk-travel-ban"),
            ("TrustServicesSanctions", "uk-services"),
            ("Director Disqualification Sanction", "uk-services"),
            ("Technical assistance related to aircraft", "uk-services"),
            ("Internet Services Sanctions: see \"Other Information\"", "uk-services"),
            ("Correspondent Banking Sanctions\u{202f}and processing payments", "uk-services"),
            ("Prohibition on correspondent banking and sterling clearing", "uk-services"),
            ("Prohibition on correspondent banking relationships and processing payments", "uk-services"),
            ("Chartering of Ships", "uk-transport"),
            ("Crew servicing of ships and aircraft", "uk-transport"),
            ("PreventionOfCharteringOfShipsAndAircraft", "uk-transport"),
            ("Shipping sanctions: (see \"Other information\")", "uk-transport"),
            ("Transport sanctions: see \"Other information\"", "uk-transport"),
            ("Shipping & Trade Sanctions: see \"Other Information\"", "uk-transport uk-trade"),
            ("Prohibition of port entry", "uk-transport"),
            ("De-flag", "uk-transport"),
            ("Targeted arms embargo", "uk-trade"),
            ("Prevention of business arrangements", "uk-other"),
            ("ClosureOfRepresentativeOffices", "uk-other"),
        ] {
            let (ids, unknown) = measures([words]);
            assert_eq!((ids.join(" ").as_str(), unknown.len()), (expected, 0), "{words}");
        }
        assert_eq!(measures(["Levy "]), (vec![OTHER.to_owned()], vec!["Levy"]));
        assert_eq!(measures([]), (vec![], vec![]));
    }
}
