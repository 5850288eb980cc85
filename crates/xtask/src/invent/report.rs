//! Reports of the invented meetings: pages of text, and what is true of them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use lexicon::Lexicon;
use record::{Claim, ClaimId, Standing};
use text::{Anchor, Article, ArticleId, DateBasis, Published, When};

use super::chance::Chance;
use super::prose::Words;
use super::telling::Telling;
use super::world::{Occasion, Size, moved, occasions};

/// Of a hundred reports, how many copy an earlier one of the same meeting.
const COPIES: usize = 20;

/// Of a hundred reports, how many name a matter that was spoken of.
const NAMED: usize = 60;

/// Of a hundred reports, how many bear no date.
const UNDATED: usize = 8;

/// What is published of the world, and what is true.
#[derive(Default)]
pub struct News {
    /// The pages, in the order of their making.
    pub pages: Vec<Page>,
    /// Which meeting each claim is of.
    pub truth: BTreeMap<ClaimId, usize>,
    /// Which page copies which.
    pub copies: BTreeMap<ArticleId, ArticleId>,
}

/// One page with the claims that a faithful reader makes of it.
pub struct Page {
    /// Its text.
    pub article: Article,
    /// What it says.
    pub claims: Vec<Claim>,
}

/// One report before it is a page.
#[derive(Clone)]
struct Draft {
    day: Date,
    dated: bool,
    lines: Vec<String>,
    tellings: Vec<Telling>,
}

/// The news of a world of this size.
pub fn invent(size: &Size, lexicon: &Lexicon) -> News {
    let mut chance = Chance::new(size.seed);
    let occasions = occasions(lexicon, size, &mut chance);
    let words = Words::shipped();
    let mut originals: BTreeMap<usize, (Draft, ArticleId)> = BTreeMap::new();
    let mut news = News::default();
    for number in 0..size.reports {
        let of = if number < occasions.len() { number } else { chance.skewed(occasions.len()) };
        let copied = originals.get(&of).filter(|_| chance.percent(COPIES)).cloned();
        let draft = match &copied {
            Some((original, _)) => copy(original, &words, &mut chance),
            None => draft(&occasions, of, &words, &mut chance),
        };
        let page = publish(number, &draft, &occasions, &mut news.truth);
        match copied {
            Some((_, original)) => drop(news.copies.insert(page.article.id, original)),
            None => drop(originals.insert(of, (draft, page.article.id))),
        }
        news.pages.push(page);
    }
    news
}

fn draft(occasions: &[Occasion<'_>], of: usize, words: &Words, chance: &mut Chance) -> Draft {
    let occasion = &occasions[of];
    let advance = chance.percent(12);
    let late = !advance && chance.percent(10);
    let standing = match (advance, late) {
        (true, _) => Standing::Planned,
        (_, true) => Standing::Background,
        _ => Standing::Main,
    };
    let day = match (advance, late) {
        (true, _) => days_before(occasion.day, 2 + chance.below(9)),
        (_, true) => moved(occasion.day, 5 + chance.below(40)),
        _ => moved(occasion.day, chance.below(3)),
    };
    let mut tellings = vec![Telling::invent((of, occasion), standing, chance)];
    if let Some(before) = occasion.before.filter(|_| chance.percent(25)) {
        let told = (before, &occasions[before]);
        tellings.push(Telling::invent(told, Standing::Background, chance));
    }
    let mut lines: Vec<String> = (0..4 + chance.below(5)).map(|_| words.filler(chance)).collect();
    for name in &occasion.matters {
        if !chance.percent(NAMED) {
            continue;
        }
        lines.insert(0, words.matter(name, chance));
    }
    let at = if standing == Standing::Background { lines.len() } else { 0 };
    lines.insert(at, tellings[0].words.clone());
    lines.extend(tellings.iter().skip(1).map(|told| told.words.clone()));
    Draft { day, dated: !chance.percent(UNDATED), lines, tellings }
}

fn days_before(day: Date, by: usize) -> Date {
    let days = i64::try_from(by).unwrap_or(0);
    day.checked_sub(jiff::Span::new().days(days)).unwrap_or(day)
}

/// The same text on the same or the next day, with a line more or a line less.
fn copy(original: &Draft, words: &Words, chance: &mut Chance) -> Draft {
    let mut copy = original.clone();
    copy.dated = !chance.percent(UNDATED);
    match chance.percent(50) {
        true => copy.lines.push(words.filler(chance)),
        false => {
            let told = |line: &String| copy.tellings.iter().any(|t| t.words == *line);
            let at = copy.lines.iter().position(|line| !told(line));
            at.map(|at| copy.lines.remove(at));
        }
    }
    copy
}

fn publish(
    number: usize,
    draft: &Draft,
    occasions: &[Occasion<'_>],
    truth: &mut BTreeMap<ClaimId, usize>,
) -> Page {
    let mut article = Article::of_paragraphs(&draft.lines.join("\n\n"));
    article.name = format!("report-{number:07}");
    article.outlet = Some(format!("Outlet {}", number % 97));
    article.published = draft.dated.then(|| Published {
        when: When::day(draft.day, Anchor::Stated),
        basis: DateBasis::Given,
        agreeing: 1,
    });
    let published = article.published.as_ref();
    article.id = Article::identify(article.capture, &article.name, &article.text, published);
    let mut claims = Vec::new();
    for telling in &draft.tellings {
        if let Some(claim) = telling.claim(&occasions[telling.of], &article) {
            truth.insert(claim.id, telling.of);
            claims.push(claim);
        }
    }
    Page { article, claims }
}
