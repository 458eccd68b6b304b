//! What Porthole knows without any cluster: its rules, its articles, the flags. For those who look something up.

use crate::diagnose::rules::RULES;
use crate::explain::articles::{ARTICLES, article_for};
use crate::explain::flags::{NO_DEFAULT, look_up};
use crate::explain::glossary::{Sort, meanings};
use crate::kind::Kind;
use crate::model::products;
use crate::share::document::Block;
use crate::text::{Lang, Text};
use crate::{phrase, text};

const RULE_LIST: Text = text!("What Porthole looks for", "Porthole 检查的问题");
const RULES_ARE: Text = text!(
    "Each line: the rule's id, what it finds, and in brackets the outputs that can show it.",
    "每一行依次是：规则的 id、检查的问题，括号中是能够显示该问题的输出。",
);
const CHECK: Text = text!("How to see that it is well", "如何确认它正常");
const WITHOUT: Text = text!("Without it", "没有它会怎样");
const SHOWN_BY: Text = text!("Shown by", "可由以下输出看出");

/// Every rule, by id.
pub fn rules(lang: Lang) -> Vec<Block> {
    let mut metas: Vec<_> = RULES.iter().map(|rule| rule.meta()).collect();
    metas.sort_by_key(|meta| meta.id);
    let item = |meta: &crate::diagnose::rule::Meta| {
        let line =
            phrase!("{id}: {what} ({needs})", "{id}：{what}（{needs}）", id = meta.id, what = meta.what.get(lang), needs = meta.needs);
        Block::Item { depth: 0, text: line.get(lang).to_owned() }
    };
    let head = [Block::Title(RULE_LIST.get(lang).to_owned()), Block::Paragraph(RULES_ARE.get(lang).to_owned())];
    head.into_iter().chain(metas.into_iter().map(item)).collect()
}

/// All that is known by a name: of a component, a kind or a state, of a rule, of a flag. Empty if nothing is.
pub fn explain(name: &str, lang: Lang) -> Vec<Block> {
    let name = name.trim().trim_matches('`');
    let (component, flag) = name.rsplit_once(' ').map_or((None, name), |(component, flag)| (Some(component), flag));
    let mut blocks = Vec::new();
    if component.is_none() {
        article(name, lang, &mut blocks);
        rule(name, lang, &mut blocks);
        let kind = Kind::parse(name);
        for (sort, means) in meanings(name) {
            let word = if sort == Sort::Kind { kind.name() } else { name };
            let heading = phrase!("{word} ({sort})", "{word}（{sort}）", word = word, sort = sort.name().get(lang));
            blocks.push(Block::Heading { severity: None, text: heading.get(lang).to_owned() });
            blocks.push(Block::Paragraph(means.get(lang).to_owned()));
        }
    }
    let flag = flag.trim_start_matches('-');
    for (of, found) in look_up(flag).into_iter().filter(|(of, _)| component.is_none_or(|it| it == *of)) {
        // A field of a configuration file is called as it was asked for.
        let shown =
            if found.name == flag && !flag.contains(|c: char| c.is_ascii_uppercase()) { format!("--{flag}") } else { flag.to_owned() };
        blocks.push(Block::Heading { severity: None, text: format!("{of} {shown}") });
        blocks.push(Block::Paragraph(found.meaning.get(lang).to_owned()));
        let default = found
            .default
            .map_or_else(|| NO_DEFAULT.phrase(), |it| phrase!("Its default is `{value}`.", "默认值为 `{value}`。", value = it));
        blocks.push(Block::Paragraph(default.get(lang).to_owned()));
    }
    blocks
}

fn article(name: &str, lang: Lang, blocks: &mut Vec<Block>) {
    let kind = Kind::parse(name);
    let same = |text: &str| text.eq_ignore_ascii_case(name) || text.eq_ignore_ascii_case(kind.name());
    let named = ARTICLES.iter().copied().find(|it| same(it.id) || same(it.name.en()) || it.name.zh() == name);
    let product = products::all().find(|it| same(it.id) || same(it.name));
    let Some(article) = named.or_else(|| article_for(product?.id)) else { return };
    blocks.push(Block::Title(article.name.get(lang).to_owned()));
    for text in [article.picture, article.what] {
        blocks.push(Block::Paragraph(text.get(lang).to_owned()));
    }
    for (label, text) in [(CHECK, article.check), (WITHOUT, article.without)] {
        blocks.push(Block::Label(label.get(lang).to_owned()));
        blocks.push(Block::Paragraph(text.get(lang).to_owned()));
    }
}

fn rule(name: &str, lang: Lang, blocks: &mut Vec<Block>) {
    let Some(meta) = RULES.iter().map(|rule| rule.meta()).find(|meta| meta.id.eq_ignore_ascii_case(name)) else { return };
    blocks.push(Block::Heading { severity: None, text: meta.id.to_owned() });
    blocks.push(Block::Paragraph(meta.what.get(lang).to_owned()));
    blocks.push(Block::Label(SHOWN_BY.get(lang).to_owned()));
    blocks.extend(meta.needs.split("; ").map(|needs| Block::Item { depth: 0, text: needs.to_owned() }));
}
