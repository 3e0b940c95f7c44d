//! The production response headers, in this one place: what the local server sends is what a host has to send.
//!
//! The document may fetch only from its own origin, until the page seals it; it says so itself too, for hosts that send no headers.
//! The workers start after the seal and inherit it, whatever their server says. The service worker has a policy of its own, and
//! gives the files that it keeps the same headers as a host has to.

use serde_json::Value;

use crate::site::TEXTS;

/// The policy of the document, and of every response that has none of its own.
pub const DOCUMENT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self' blob:; \
    connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; \
    require-trusted-types-for 'script'; trusted-types namesieve";

/// The policy of the workers, in which names are screened and list files are read.
const WORKER: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'";

/// The policy of the service worker, which fetches the site's own files, runs no other script and sees no name.
const SERVICE_WORKER: &str = "default-src 'none'; connect-src 'self'";

/// The paths in the site that have a policy of their own.
pub const SCRIPTS: [(&str, &str); 3] = [("/worker.js", WORKER), ("/reader.js", WORKER), ("/sw.js", SERVICE_WORKER)];

/// The document's own policy as it carries it itself, where `frame-ancestors` would mean nothing.
pub fn meta() -> String {
    let policy = DOCUMENT.replace("frame-ancestors 'none'; ", "");
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// The same of the single file: one script and one style, each by its digest, and no connection at all.
pub fn single(script: &str, style: &str) -> String {
    let own = [("script-src", script), ("style-src", style), ("connect-src", "'none'")];
    // Only the service worker comes from an address, and a file on a disk has none.
    let meta = meta().replace("worker-src 'self' ", "worker-src ");
    own.iter().fold(meta, |meta, (directive, source)| {
        meta.replace(&format!("{directive} 'self'"), &format!("{directive} {source}"))
    })
}

/// What every response carries besides its policy.
pub const EVERY: [(&str, &str); 7] = [
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    (
        "permissions-policy",
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
    ("cache-control", "no-cache"),
];

/// All headers of the response to `path`.
pub fn of(path: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let policy = SCRIPTS.iter().find(|(script, _)| *script == path).map_or(DOCUMENT, |(_, policy)| policy);
    std::iter::once(("content-security-policy", policy)).chain(EVERY)
}

/// The same as a `_headers` file, which several static hosts read.
///
/// Such hosts join the values of all rules that fit, so no two rules here give the same header to one path: the document's
/// policy goes to the document alone.
pub fn file() -> String {
    let rule = |path: &str, headers: &[(&str, &str)]| {
        let lines = headers.iter().map(|(name, value)| format!("  {name}: {value}\n"));
        format!("{path}\n{}", lines.collect::<String>())
    };
    let policy = |path: &str, policy: &str| rule(path, &[("content-security-policy", policy)]);
    let documents: String =
        ["", "index.html"].into_iter().chain(TEXTS).map(|file| policy(&format!("/{file}"), DOCUMENT)).collect();
    let scripts = SCRIPTS.map(|(path, own)| policy(path, own));
    [rule("/*", &EVERY), documents, scripts.concat()].concat()
}

/// The same for the service worker, which gives them to what it keeps: those of a document under `*`, and a script's own policy
/// under its file.
pub fn kept() -> Value {
    let scripts = SCRIPTS.map(|(path, policy)| (&path[1..], Value::from_iter([("content-security-policy", policy)])));
    Value::from_iter([("*", Value::from_iter(of("/")))].into_iter().chain(scripts))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn what_is_kept_gets_the_same_headers_as_what_is_served() {
        let kept = kept();
        for path in ["/", "/style.css", "/worker.js", "/reader.js"] {
            for (name, value) in of(path) {
                let own = kept.get(&path[1..]).and_then(|headers| headers.get(name));
                assert_eq!(own.unwrap_or(&kept["*"][name]), value, "{name} of {path}");
            }
        }
    }

    #[test]
    fn the_service_worker_may_fetch_from_its_origin_and_nothing_else() {
        let policy = of("/sw.js").find(|(name, _)| *name == "content-security-policy").unwrap().1;
        assert_eq!(policy, "default-src 'none'; connect-src 'self'");
    }

    #[test]
    fn the_workers_may_not_connect_and_the_document_only_to_its_origin() {
        let policy = |path| of(path).find(|(name, _)| *name == "content-security-policy").unwrap().1;
        for path in ["/worker.js", "/reader.js"] {
            assert!(policy(path).ends_with("connect-src 'none'"), "{path}");
        }
        for path in ["/", "/index.html", "/view/worker.js", "/pkg/reader.js", "/missing"] {
            assert!(policy(path).contains("; connect-src 'self';"), "{path}");
        }
    }

    #[test]
    fn the_page_carries_its_policy_itself_before_anything_is_loaded() {
        let page = include_str!("../../www/index.html");
        let at = page.find(&meta()).expect("www/index.html holds the policy");
        assert!(at < page.find("<link").unwrap() && at < page.find("<script").unwrap());
        let single = single("'sha256-a'", "'sha256-b'");
        assert!(!single.contains("'self'"), "{single}");
        for part in ["script-src 'sha256-a' 'wasm", "style-src 'sha256-b';", "connect-src 'none'", "default-src 'none'"]
        {
            assert!(single.contains(part), "{part} in {single}");
        }
    }

    /// What a text says of itself, for hosts that send no headers: it runs no script and takes nothing but its style.
    const TEXT: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src data:; \
        base-uri 'none'; form-action 'none'\">";

    #[test]
    fn the_texts_carry_a_policy_themselves_before_anything_is_loaded() {
        for file in TEXTS {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../www").join(file);
            let text = fs::read_to_string(path).unwrap();
            let at = text.find(TEXT).unwrap_or_else(|| panic!("www/{file} holds its policy"));
            assert!(at < text.find("<link").unwrap() && !text.contains("<script"), "{file}");
        }
    }

    #[test]
    fn the_file_gives_each_path_what_the_server_gives_it() {
        let file = file();
        let texts = TEXTS.map(|text| format!("/{text}"));
        let paths = ["/", "/index.html", "/worker.js", "/reader.js", "/sw.js"].into_iter();
        for path in paths.chain(texts.iter().map(String::as_str)) {
            let rules = file.split_inclusive('\n').collect::<Vec<_>>();
            let mut given = Vec::new();
            let mut applies = false;
            for line in rules {
                match line.strip_prefix("  ") {
                    None => applies = [path, "/*"].contains(&line.trim()),
                    Some(header) if applies => given.push(header.trim().split_once(": ").unwrap()),
                    Some(_) => {}
                }
            }
            given.sort_unstable();
            let mut served: Vec<_> = of(path).collect();
            served.sort_unstable();
            assert_eq!(given, served, "{path}");
        }
    }
}
