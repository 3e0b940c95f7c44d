//! Addresses from their parts, printed in OFAC's three fields: street, place and country.

use crate::designation::Address;
use crate::list::words::line;

/// The parts of an address in one script, as `(type, value)`: `ADDRESS1`, `CITY` and so on.
pub(super) type Parts = Vec<(String, String)>;

/// How OFAC writes that no country is known.
const NO_COUNTRY: &str = "undetermined";

/// The address that the parts make, as OFAC's CSV files print it; nothing for one of which nothing is known.
pub(super) fn printed(parts: &Parts, country: Option<&str>, uid: Option<&str>) -> Option<Address> {
    let of = |wanted: &[&str]| -> Vec<&str> {
        let of_type = |name: &str| parts.iter().filter(|(kind, _)| kind.eq_ignore_ascii_case(name)).collect::<Vec<_>>();
        wanted.iter().flat_map(|name| of_type(name)).map(|(_, value)| value.as_str()).collect()
    };
    const STREET: [&str; 3] = ["ADDRESS1", "ADDRESS2", "ADDRESS3"];
    const TOWN: [&str; 2] = ["CITY", "STATE/PROVINCE"];
    const OTHERS: [&str; 2] = ["POSTAL CODE", "REGION"];
    let known = |kind: &str| STREET.iter().chain(&TOWN).chain(&OTHERS).any(|name| kind.eq_ignore_ascii_case(name));
    let mut place = of(&TOWN).join(", ");
    for code in of(&["POSTAL CODE"]) {
        place = [place.as_str(), code].join(" ").trim().to_owned();
    }
    // Parts of a type that is not known are shown all the same.
    for (_, value) in parts.iter().filter(|(kind, _)| !known(kind)) {
        place = if place.is_empty() { value.clone() } else { format!("{place}, {value}") };
    }
    let region = of(&["REGION"]).into_iter().map(|region| format!("Region: {region}"));
    let country = country.filter(|country| *country != NO_COUNTRY).map(str::to_owned);
    let country = country.into_iter().chain(region).collect::<Vec<_>>().join("; ");
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    let address = Address {
        street: filled(of(&STREET).join(", ")),
        place: filled(place),
        country: filled(country),
        uid: uid.map(str::to_owned),
    };
    Some(address).filter(|address| line(address).is_some())
}
