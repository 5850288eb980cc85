//! The pages in a real browser: from a cell to its words, a review, a search, the keyboard, every width, axe.

use std::fs;
use std::path::Path;

use serde_json::Value;
use server::PAGES;

use crate::desk::{Desk, read};
use crate::driver::Browser;

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// A browser at a desk of the example; `None` where there is no browser.
fn opened() -> Option<(Browser, Desk, String)> {
    let browser = Browser::start()?;
    let desk = Desk::of_example();
    let base = format!("http://{}", desk.address);
    Some((browser, desk, base))
}

/// Every page, those of one row with the first that there is.
fn addresses(desk: &Desk) -> Vec<String> {
    let meeting =
        desk.get("/meetings.json").json()["meetings"][0]["id"].as_str().unwrap().to_owned();
    let document = desk.get("/documents.json").json();
    let document = document["documents"][0]["name"].as_str().unwrap().replace('.', "%2E");
    let id = |path: &str| {
        if path.starts_with("/documents/") { document.clone() } else { meeting.clone() }
    };
    let mut all: Vec<String> =
        PAGES.iter().map(|page| page.path.replace("{id}", &id(page.path))).collect();
    all.push(format!("/meetings?focus={meeting}"));
    all.push(format!("/review?coder=R.&row={meeting}"));
    all.push("/search?q=withdrawal".to_owned());
    all.push("/nowhere".to_owned());
    all
}

/// The accessibility checker, if it is at hand: `npm install axe-core` puts it there.
fn axe() -> Option<String> {
    let named = std::env::var("RAPPORTEUR_AXE").ok();
    let beside = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../target/axe/node_modules/axe-core/axe.min.js");
    let path = named.map_or(beside, Into::into);
    let script = fs::read_to_string(&path).ok();
    if script.is_none() {
        println!("skipped: no axe-core at {}", path.display());
    }
    script
}

#[test]
fn no_page_breaks_a_rule_of_accessibility_in_light_or_dark() {
    let (Some(axe), Some((browser, desk, base))) = (axe(), opened()) else { return };
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        browser.go(&base);
        browser.run(&format!("localStorage.setItem('theme', '{theme}')"));
        for path in addresses(&desk) {
            browser.go(&format!("{base}{path}"));
            browser.run("for (const one of document.querySelectorAll('details')) one.open = true");
            browser.run(&format!("{axe}; return true"));
            let result = browser.wait_for(
                "const done = arguments[arguments.length - 1];
                 axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
                    .then(result => done(result.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))));",
            );
            let broken = result.as_array().cloned().unwrap_or_default();
            found.extend(broken.iter().map(|rule| format!("{theme} {path} {rule}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_cell_leads_to_its_exact_words() {
    let Some((browser, desk, base)) = opened() else { return };
    browser.go(&format!("{base}/meetings"));
    browser.click("main a.cell");
    browser.until("return !!document.querySelector('#pane mark')");
    let id = browser.run("return document.querySelector('#pane [data-pane]').dataset.pane");
    let id = id.as_str().unwrap();
    let evidence = desk.get(&format!("/evidence/{id}.json")).json();
    let marked = browser.run("return document.querySelector('#pane mark').textContent");
    assert_eq!(
        marked, evidence["passages"][0]["quote"],
        "the words marked are the words of the record"
    );
    assert!(browser.url().contains(&format!("focus={id}")), "the address is the whole state");
    assert_eq!(browser.run("return document.querySelectorAll('tr[aria-current]').length"), 1);
    // The same without a script: the address alone makes the page.
    let plain = desk.get(&format!("/meetings?focus={id}")).body;
    assert!(plain.contains("<mark>"));
    assert_eq!(browser.complaints(), Vec::<String>::new());
}

#[test]
fn a_verdict_by_key_changes_the_record_and_survives_a_reading() {
    let Some((browser, desk, base)) = opened() else { return };
    let all = |desk: &Desk| desk.get("/meetings.json").json()["extent"]["all"].as_u64().unwrap();
    let before = all(&desk);
    browser.go(&format!("{base}/review"));
    browser.write("main input[name=coder]", "R. Reader");
    browser.press(ENTER);
    browser.until("return !!document.querySelector('[data-card]')");
    let first = browser.run("return document.querySelector('[data-card]').dataset.card");
    browser.run("document.activeElement.blur()");
    browser.press("r");
    let card = "document.querySelector('[data-card]')";
    browser.until(&format!("return !!{card} && {card}.dataset.card !== {first}"));
    assert_eq!(all(&desk), before - 1);
    read(&desk.record, vec![("later.txt".to_owned(), b"Nothing happened on Tuesday.".to_vec())]);
    assert_eq!(all(&desk), before - 1);
    while all(&desk) < before {
        browser.click(".recent button");
        browser.until("return document.readyState === 'complete'");
    }
}

#[test]
fn single_keys_can_be_switched_off() {
    let Some((browser, _desk, base)) = opened() else { return };
    browser.go(&format!("{base}/meetings"));
    browser.run("document.body.focus()");
    browser.press("?");
    browser.until("return document.getElementById('keys').open");
    browser.click("#keys input[type=checkbox]");
    browser.click("#keys button");
    browser.press("j");
    assert_eq!(browser.run("return !!document.querySelector('#pane mark')"), Value::Bool(false));
    browser.run("localStorage.removeItem('keys')");
    browser.go(&format!("{base}/meetings"));
    browser.press("j");
    browser.until("return !!document.querySelector('#pane mark')");
}

#[test]
fn a_search_leads_to_the_words_in_their_document() {
    let Some((browser, _desk, base)) = opened() else { return };
    browser.go(&base);
    browser.write(".find input", "withdrawal");
    browser.press(ENTER);
    browser.until("return location.pathname === '/search'");
    browser.click("main a[href*='/documents/']");
    browser.until("return location.pathname.startsWith('/documents/')");
    let marks = browser.run("return document.querySelectorAll('main mark, main a.claim, main .text [id^=\"c-\"]').length");
    assert!(marks.as_u64() > Some(0), "the claims are marked in the text");
}

#[test]
fn the_keyboard_reaches_everything_and_always_shows_where_it_is() {
    let Some((browser, _desk, base)) = opened() else { return };
    browser.go(&format!("{base}/meetings"));
    browser.press(TAB);
    assert_eq!(
        browser.run("return document.activeElement.className"),
        "skip",
        "the first stop skips the navigation"
    );
    let all = "return [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]
        .filter(one => one.checkVisibility() && one.closest('dialog:not([open])') === null).length";
    let count = browser.run(all).as_u64().unwrap();
    let mut reached = 1;
    for _ in 0..count + 10 {
        browser.press(TAB);
        let here = browser.run(
            "const one = document.activeElement;
             if (one === document.body) return null;
             const style = getComputedStyle(one);
             return one.outerHTML.slice(0, 120) + ' ' + (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1);",
        );
        let Some(here) = here.as_str() else { break };
        assert!(here.ends_with("true"), "{here} is not seen to have the focus");
        reached += 1;
    }
    assert!(reached >= count, "{reached} of {count} reached");
    browser.run("document.querySelector('main a.cell').focus()");
    browser.press(ENTER);
    browser.until("return !!document.querySelector('#pane mark')");
}

#[test]
fn no_page_has_to_be_pushed_sideways_from_320_to_3000_pixels() {
    let Some((browser, desk, base)) = opened() else { return };
    let mut wide = Vec::new();
    for width in [320, 768, 1440, 3000] {
        browser.widen(width, 900);
        for path in addresses(&desk) {
            browser.go(&format!("{base}{path}"));
            let is = browser
                .run("return document.documentElement.scrollWidth")
                .as_u64()
                .unwrap_or_default();
            if is > u64::from(width) {
                wide.push(format!("{path} is {is} wide at {width}"));
            }
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

#[test]
fn no_page_breaks_its_own_policy() {
    let Some((browser, desk, base)) = opened() else { return };
    let mut said = Vec::new();
    for path in addresses(&desk).iter().filter(|path| *path != "/nowhere") {
        browser.go(&format!("{base}{path}"));
        said.extend(browser.complaints().into_iter().map(|line| format!("{path}: {line}")));
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}
