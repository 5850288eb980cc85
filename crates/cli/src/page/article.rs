//! One article for reading: whose it is, when, and its text.

use text::{Article, BlockKind};

use super::Sheet;
use super::sources::basis;
use view::names;

/// The headline, what the page says of itself, and the text.
pub fn put_article(sheet: &mut Sheet, article: &Article) {
    sheet.heading(article.title.as_deref().unwrap_or("no title"));
    sheet.entry(0, &about(article), &article.name);
    for block in article.blocks.iter().filter(|block| block.kind != BlockKind::Headline) {
        match block.kind {
            BlockKind::Subheading => sheet.heading(words(article, block)),
            _ => sheet.paragraph(words(article, block)),
        }
    }
}

fn words<'a>(article: &'a Article, block: &text::Block) -> &'a str {
    block.span.slice(&article.text).unwrap_or_default()
}

/// "Example Courier; Jane Doe; 4 March 2021, by the feed; credits Reuters"
fn about(article: &Article) -> String {
    let date = match &article.published {
        Some(p) => format!("{}, {}", names::days(p.when.from, p.when.last()), basis(p.basis)),
        None => "undated".to_owned(),
    };
    let changed = article
        .modified
        .as_ref()
        .map(|m| format!("changed {}", names::days(m.when.from, m.when.last())));
    let credits = (!article.credits.is_empty())
        .then(|| format!("credits {}", names::listed(&article.credits)));
    let language =
        (!article.language.starts_with("en")).then(|| format!("in {}", article.language));
    let outlet = article.outlet.clone().unwrap_or_else(|| "unknown outlet".to_owned());
    let parts = [Some(outlet), article.byline.clone(), Some(date), changed, credits, language];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use pipeline::{Given, Source, Tools, gather};

    use super::*;
    use crate::page::Look;

    #[test]
    fn an_article_is_shown_whole() {
        let page = "<html><title>Envoys meet in Tarn</title><body><h1>Envoys meet in Tarn</h1>\
            <p>TARN, March 4 (Reuters) - The envoys of both states met on Thursday and spoke for four hours about the railway.</p>\
            <p>They will meet again before the month is out, in the same place and on the same floor, officials said.</p>";
        let source = Source { path: "a.html", bytes: page.as_bytes() };
        let given = Given { outlet: Some("Example Courier".to_owned()), ..Given::default() };
        let gathered = gather(&source, &given, &Tools::shipped());
        let mut sheet = Sheet::new(60, Look::Plain);
        put_article(&mut sheet, &gathered.readings[0].article);
        let shown = sheet.into_text();
        assert!(
            shown.starts_with("Envoys meet in Tarn\nExample Courier; undated; credits Reuters"),
            "{shown}"
        );
        assert!(shown.lines().all(|line| line.chars().count() <= 60), "{shown}");
        assert!(shown.ends_with("officials said.\n"), "{shown}");
    }
}
