//! Files of lists: read as a whole or refused with a sentence, and what was read can be packed, opened and screened against.

use super::BETWEEN;
use namesieve::designation::NameQuality;
use namesieve::list::{self, Input};
use namesieve::{Screener, pack};

/// So many designations of a list are looked for again by their names, which takes longer than reading them.
const LOOKED_FOR: usize = 4;

/// Reads one file, or the files of a family.
pub fn read(data: &[u8]) {
    let files = data.split(|byte| *byte == BETWEEN);
    let inputs = files.enumerate().map(|(at, bytes)| Input::new(format!("file {at}"), bytes)).collect();
    let read = match list::read(inputs) {
        Ok(read) => read,
        Err(refusal) => return assert!(refusal.to_string().contains(' '), "a refusal is a sentence: {refusal}"),
    };
    for file in read {
        assert!(!file.lists.is_empty(), "a file that was read holds no list");
        let Ok(lists) = list::compile(file) else { continue };
        for list in lists {
            assert!(!list.designations.is_empty(), "a list that was read holds nobody");
            let Ok(bytes) = pack::write(std::slice::from_ref(&list)) else { continue };
            let open = pack::open(&bytes).expect("a pack that was written opens");
            assert!(open[0].list() == list, "a list is another one after it was packed");
            let screener = Screener::open([&bytes[..]]).expect("a pack that opens can be screened against");
            let listed = list.designations.iter().take(LOOKED_FOR).flat_map(|designation| {
                let strong = designation.names.iter().filter(|name| name.quality == NameQuality::Strong);
                strong.take(LOOKED_FOR).map(|name| (designation.id.as_str(), name.name.as_str()))
            });
            super::finds(&screener, listed);
        }
    }
}
