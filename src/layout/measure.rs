//! How wide a text will be, estimated from its letters: the core has no fonts.
//! Errs on the wide side, so that a card made by it holds its text in any common sans-serif. Knows no words:
//! for a caption that the painter words, it reserves room, and a test beside the words holds the two together.

use crate::layout::scene::{Caption, Fineness};
use crate::model::moment::What;
use crate::model::products;

/// Letters of a name that are drawn; a longer one is cut and shown in full on demand.
pub const SHOWN_CHARS: usize = 34;
/// Letters of an incident's headline that stand at its first sign.
pub const SIGN_CHARS: usize = 64;
/// Font size of a card's title.
pub const TITLE: f32 = 13.5;
/// Font size of the line below it.
pub const DETAIL: f32 = 11.5;
/// Font size of a node's name.
pub const NODE_NAME: f32 = 15.0;
/// How much wider a title's heavy letters are.
pub const HEAVY: f32 = 1.13;
/// Font size of the words beside a bar.
pub const METER: f32 = 10.5;
/// Room for the words beside a bar.
pub const METER_WORDS: f32 = 134.0;
/// Width of the separator between two details.
pub const SEPARATOR: f32 = 11.0;

/// Width of a proportional text in units of its font size.
pub fn ems(text: &str) -> f32 {
    text.chars().map(letter).sum()
}

fn letter(c: char) -> f32 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '·' => 0.31,
        'f' | 't' | 'r' | ' ' | '-' | '(' | ')' | '/' => 0.41,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.94,
        'A'..='Z' | '&' | '_' => 0.71,
        c if (c as u32) < 0x2E80 => 0.61,
        _ => 1.03,
    }
}

/// Width of a text in a fixed-width font, in units of its font size.
pub fn mono_ems(text: &str) -> f32 {
    text.chars().map(|c| if (c as u32) < 0x2E80 { 0.61 } else { 1.03 }).sum()
}

/// `text`, cut to `chars` letters with an ellipsis at the end.
pub fn cut(text: &str, chars: usize) -> String {
    if text.chars().count() <= chars {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(chars.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// `text`, cut to a width in units of its font size.
pub fn fitted(text: &str, room: f32) -> String {
    let mut used = 0.0;
    let fits = text.chars().take_while(|c| {
        used += letter(*c);
        used <= room
    });
    let fits = fits.count();
    cut(text, if fits < text.chars().count() { fits } else { usize::MAX })
}

/// Words in lines no wider than `room`, in units of the font size; Chinese breaks between any two characters.
pub fn wrap(text: &str, room: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for word in text.split_inclusive(|c: char| c == ' ' || (c as u32) >= 0x2E80) {
        let width = ems(word);
        if used > 0.0 && used + width > room {
            lines.push(String::new());
            used = 0.0;
        }
        used += width;
        if let Some(line) = lines.last_mut() {
            line.push_str(word);
        }
    }
    lines
}

/// Width of the wider of a quorum's two lines.
pub fn quorum_ems() -> f32 {
    19.0
}

/// Width of a detail beside a title, where restarts are a sign and a number.
pub fn beside_width(captions: &[Caption]) -> f32 {
    match captions {
        [Caption::Restarts(count, _)] => digits(*count) * DETAIL + 20.0,
        _ => details_width(captions),
    }
}

/// Width of a caption in units of its font size, in whichever language is wider.
pub fn caption_ems(caption: &Caption) -> f32 {
    let shown = |text: &str| mono_ems(&cut(text, SHOWN_CHARS));
    match caption {
        Caption::Name(name) | Caption::Verbatim(name) => shown(name),
        Caption::Product(id) => ems(&cut(products::name(id), SHOWN_CHARS)),
        Caption::ProductCount(id, n) => ems(&cut(products::name(id), SHOWN_CHARS)) + digits(u64::from(*n)) + 1.1,
        Caption::Restarts(count, last) => digits(*count) + 4.8 + last.map_or(0.0, |_| 8.0),
        Caption::StatusRestarts(status, count) => ems(status) + digits(*count) + 6.0,
        Caption::ReadyOf(ready, total) => digits(u64::from(*ready)) + digits(u64::from(*total)) + 5.6,
        Caption::Role(_) => 11.0,
        Caption::Section(_) => 16.0,
        Caption::NodeLine { ip, roles, version } => {
            ip.as_deref().map_or(0.0, |it| ems(it) + 1.13) + ems(roles) + version.as_deref().map_or(0.0, |it| ems(it) + 1.13)
        }
        Caption::Quorum { .. } => quorum_ems(),
        Caption::ExpectedAbsent => 16.0,
        Caption::NamespaceNotPasted => 20.0,
        Caption::PlacedByCounting => 18.0,
        Caption::NodeNotShown => 24.0,
        Caption::EndpointKind { .. } => 15.2,
        Caption::Refused => 4.6,
        Caption::More(n) => digits(u64::from(*n)) + 4.0,
        Caption::OnlyNamespaces(names) => names.iter().map(|it| ems(it) + 1.0).sum::<f32>() + 56.0,
        Caption::NotPasted(kind) => ems(kind.plural()) + 30.5,
        Caption::NodesReady(all, ready) => number(*all) + ready.map_or(0.0, |it| number(it) + 4.9) + 3.6,
        Caption::NoValue(_) => 10.6,
        Caption::PodsReady(ready, all) => number(*ready) + number(*all) + 9.4,
        Caption::Trouble(words) => ems(words),
        Caption::Taint(first, more) => ems(first) + 3.4 + if *more > 0 { number(*more) + 4.8 } else { 0.0 },
        Caption::CpuRequests(percent) => number(*percent) + 8.6,
        Caption::MemoryRequests(percent) => number(*percent) + 10.6,
        Caption::PodsOf(count, most) => number(*count) + number(*most) + 3.5,
        Caption::PodsWaiting(count) => number(*count) + 11.8,
        Caption::PodsUnplaced(count) => number(*count) + 16.8,
        Caption::CapacityNotShown => 62.0,
        Caption::Happened(what) => happened_ems(what),
        Caption::Times(count) => digits(*count) + 2.0,
        Caption::Ago(_) => 10.0,
        Caption::Between(..) => 22.0,
        Caption::Clock(_, Fineness::Day) => 6.5,
        Caption::Clock(..) => 5.0,
        Caption::TimeAxis { .. } => 88.0,
        Caption::FirstSign { headline, .. } => ems(&cut(&headline.en, SIGN_CHARS)).max(ems(&cut(&headline.zh, SIGN_CHARS))) + 8.0,
        Caption::Fold(_) => 4.6,
        Caption::NamespaceNotTold => 14.5,
        Caption::Workloads(n) | Caption::Services(n) => digits(u64::from(*n)) + 6.8,
        Caption::Completed(done, all) => digits(u64::from(*done)) + digits(u64::from(*all)) + 7.2,
        Caption::Rollout => 9.8,
        Caption::Revision(_) => 9.8,
        Caption::ScaledToZero => 7.6,
        Caption::Suspended => 6.2,
        Caption::StaticPods => 6.2,
        Caption::BarePod => 11.5,
        Caption::OwnerNotShown => 9.2,
        Caption::Scales { least, most, now } => ems(least) + ems(most) + ems(now) + 7.2,
        Caption::Disruptions(n) => digits(u64::from(*n)) + 11.8,
        Caption::Headless => 9.8,
        Caption::NoEndpoints => 7.4,
        Caption::Addresses(n) => digits(u64::from(*n)) + 6.0,
        Caption::PodsNotShown => 8.6,
        Caption::BackendsNotShown => 10.8,
        Caption::NodePort(ports) => ems(ports) + 10.6,
        Caption::BehindHint => 70.0,
    }
}

fn happened_ems(what: &What) -> f32 {
    let names: &[&String] = match what {
        What::Event(a) | What::Started(a) | What::Changed(a) | What::Log(a) => &[a],
        What::Ended(a, b) | What::Condition(a, b) => &[a, b],
        What::Created | What::Deleted | What::Restarted | What::Renewed => &[],
    };
    names.iter().map(|it| ems(it)).sum::<f32>() + 18.0
}

/// Width of the lines below a title, joined into one.
pub fn details_width(captions: &[Caption]) -> f32 {
    let separators = captions.len().saturating_sub(1);
    captions.iter().map(|it| caption_ems(it) * DETAIL).sum::<f32>() + separators as f32 * SEPARATOR
}

fn number(n: u32) -> f32 {
    digits(u64::from(n))
}

/// Digits of a number with separators between the thousands.
fn digits(number: u64) -> f32 {
    let digits = number.checked_ilog10().unwrap_or(0) + 1;
    digits as f32 * 0.61 + ((digits - 1) / 3) as f32 * 0.31
}
