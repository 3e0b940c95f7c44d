//! The table of sources: where each publisher's whole list is fetched from, and what is to be expected of it.

use anyhow::{Result, bail, ensure};

/// One official file.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Its id, which is also the name of its pack.
    pub id: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Its address.
    pub url: &'static str,
    /// What the file is called.
    pub file: &'static str,
    /// The lists that it may hold.
    pub lists: &'static [&'static str],
    /// Fewer designations than this, all lists together, are not the whole file. About three quarters of what the file held
    /// in autumn 2026.
    pub floor: usize,
    /// More bytes than this are not the file that we know. At least about four times what it had in autumn 2026.
    pub most_bytes: u64,
}

const MB: u64 = 1_000_000;

/// All sources. Of OFAC's forms ADVANCED is taken: unlike SDN.XML it has native spellings and listing dates, and unlike
/// ENHANCED it does not come as a ZIP.
pub const SOURCES: [Source; 7] = [
    Source {
        id: "ofac-sdn",
        publisher: "US Treasury, Office of Foreign Assets Control",
        url: "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/SDN_ADVANCED.XML",
        file: "SDN_ADVANCED.XML",
        lists: &["ofac-sdn"],
        floor: 14_500,
        most_bytes: 500 * MB,
    },
    Source {
        id: "ofac-non-sdn",
        publisher: "US Treasury, Office of Foreign Assets Control",
        url: "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/CONS_ADVANCED.XML",
        file: "CONS_ADVANCED.XML",
        lists: &["ofac-cmic", "ofac-ssi", "ofac-mbs", "ofac-capta", "ofac-plc", "ofac-fse"],
        floor: 330,
        // It carries the same reference data as the SDN file.
        most_bytes: 200 * MB,
    },
    Source {
        id: "un-sc",
        publisher: "United Nations Security Council",
        url: "https://scsanctions.un.org/resources/xml/en/consolidated.xml",
        file: "consolidated.xml",
        lists: &["un-sc"],
        floor: 750,
        most_bytes: 20 * MB,
    },
    Source {
        id: "uk-sanctions",
        publisher: "UK Foreign, Commonwealth and Development Office",
        url: "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml",
        file: "UK-Sanctions-List.xml",
        lists: &["uk-sanctions"],
        floor: 4_700,
        most_bytes: 90 * MB,
    },
    Source {
        id: "eu-fsf",
        publisher: "European Commission",
        // The token is the one that the Commission gives to everybody; who has another one names the address with --url.
        url: "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw",
        file: "xmlFullSanctionsList_1_1.xml",
        lists: &["eu-fsf"],
        floor: 4_400,
        most_bytes: 100 * MB,
    },
    Source {
        id: "ch-seco",
        publisher: "Swiss State Secretariat for Economic Affairs",
        url: "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction",
        file: "consolidated-list.xml",
        lists: &["ch-seco"],
        floor: 5_300,
        most_bytes: 160 * MB,
    },
    Source {
        id: "ca-sema",
        publisher: "Global Affairs Canada",
        url: "https://www.international.gc.ca/world-monde/assets/office_docs/international_relations-relations_internationales/sanctions/sema-lmes.xml",
        file: "sema-lmes.xml",
        lists: &["ca-sema"],
        floor: 3_500,
        most_bytes: 30 * MB,
    },
];

/// The sources that were asked for by their ids; all of them when none was.
pub fn wanted<'s>(sources: &'s [Source], only: &[String]) -> Result<Vec<&'s Source>> {
    if let Some(stray) = only.iter().find(|id| sources.iter().all(|source| source.id != **id)) {
        let ids: Vec<&str> = sources.iter().map(|source| source.id).collect();
        bail!("there is no source `{stray}`; the sources are {}", ids.join(", "));
    }
    Ok(sources.iter().filter(|source| only.is_empty() || only.iter().any(|id| id == source.id)).collect())
}

/// Other addresses than those of the table.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    /// Source id and address.
    pub own: Vec<(String, String)>,
    /// A server that stands in for all publishers, such as `http://127.0.0.1:8080`.
    pub from: Option<String>,
}

impl Addresses {
    /// Reads `ID=URL` of the command line.
    pub fn read(own: &[String], from: Option<String>) -> Result<Addresses> {
        let pair = |text: &String| match text.split_once('=') {
            Some((id, url)) if url.contains("://") => Ok((id.to_owned(), url.to_owned())),
            _ => bail!("`{text}` is not of the form ID=URL, for example eu-fsf=https://webgate.ec.europa.eu/…"),
        };
        let own = own.iter().map(pair).collect::<Result<Vec<_>>>()?;
        for (id, url) in &own {
            ensure!(
                url.starts_with("https://"),
                "the address of {id} must start with https://, so that nobody changes the list on its way"
            );
        }
        let ids: Vec<String> = own.iter().map(|(id, _)| id.clone()).collect();
        wanted(&SOURCES, &ids)?;
        Ok(Addresses { own, from })
    }

    /// Where this source is fetched from.
    pub fn of(&self, source: &Source) -> String {
        if let Some((_, url)) = self.own.iter().find(|(id, _)| id == source.id) {
            return url.clone();
        }
        let Some(from) = &self.from else { return source.url.to_owned() };
        let rest = source.url.split_once("://").map_or(source.url, |(_, rest)| rest);
        format!("{}{}", from.trim_end_matches('/'), rest.find('/').map_or("/", |at| &rest[at..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_found_by_its_id_and_a_stray_id_is_a_sentence() {
        assert_eq!(wanted(&SOURCES, &[]).unwrap().len(), 7);
        let two = wanted(&SOURCES, &["un-sc".into(), "eu-fsf".into()]).unwrap();
        assert_eq!(two.iter().map(|source| source.id).collect::<Vec<_>>(), ["un-sc", "eu-fsf"]);
        let error = wanted(&SOURCES, &["un".into()]).unwrap_err().to_string();
        assert!(error.contains("no source `un`") && error.contains("un-sc, uk-sanctions"), "{error}");
    }

    #[test]
    fn ids_files_and_addresses_are_fit_for_use() {
        for source in &SOURCES {
            assert!(source.url.starts_with("https://"), "{source:?}");
            assert!(source.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{source:?}");
            assert!(source.floor > 0 && source.most_bytes >= 20 * MB && !source.lists.is_empty(), "{source:?}");
            assert_eq!(SOURCES.iter().filter(|other| other.id == source.id).count(), 1, "{source:?}");
        }
    }

    #[test]
    fn the_text_for_readers_names_every_list_and_leads_to_these_addresses() {
        let text = include_str!("../../../www/sources.html");
        let links = text.split("<a href=\"https://").skip(1).filter_map(|rest| rest.split('"').next());
        let links: Vec<String> = links.map(|address| format!("https://{address}")).collect();
        for source in &SOURCES {
            assert!(text.contains(source.file), "{source:?}");
            for list in source.lists {
                assert!(text.contains(&format!(">{list}<")), "{list}");
            }
            // What is asked of the server behind `?` is no address for a reader: there the front page is linked.
            assert!(source.url.contains('?') || links.iter().any(|link| link == source.url), "{source:?}");
        }
        for link in links {
            let is_front_page = link.matches('/').count() == 3 && link.ends_with('/');
            assert!(is_front_page || SOURCES.iter().any(|source| source.url == link), "{link}");
        }
    }

    #[test]
    fn an_address_can_be_replaced() {
        let [sdn, .., eu, _, _] = &SOURCES;
        let addresses = Addresses::read(&["eu-fsf=https://example.org/?token=a=b".into()], None).unwrap();
        assert_eq!(addresses.of(eu), "https://example.org/?token=a=b");
        assert_eq!(addresses.of(sdn), sdn.url);
        let local = Addresses { from: Some("http://127.0.0.1:1/".into()), ..Addresses::default() };
        assert_eq!(local.of(sdn), "http://127.0.0.1:1/api/PublicationPreview/exports/SDN_ADVANCED.XML");
        for (bad, says) in
            [("eu-fsf", "ID=URL"), ("eu=https://a.b/", "no source `eu`"), ("eu-fsf=http://a.b/", "https")]
        {
            let error = Addresses::read(&[bad.into()], None).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
