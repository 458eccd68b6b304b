//! The page's icons, drawn inline: no file is fetched. All but the logo are decoration beside a word.

use yew::prelude::*;

use crate::diagnose::finding::Severity;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// An octagon with a cross: broken.
    Broken,
    /// A triangle with a mark: look at it.
    Look,
    /// A disc with a tick: fine.
    Ok,
    /// A square with an i: worth knowing.
    Info,
    /// A dashed disc with a question mark: not known.
    Unknown,
    /// A cross.
    Close,
    /// A plus.
    Add,
    /// Two sheets.
    Copy,
    /// A sheet of lines.
    Text,
    /// An arrow into a tray.
    Drop,
    /// An arrow out of a tray.
    Save,
    /// A closed lock.
    Lock,
    /// A sun.
    Sun,
    /// A moon.
    Moon,
    /// A half-filled disc.
    Half,
    /// A keyboard.
    Keys,
    /// A bin.
    Bin,
    /// A target.
    Target,
}

impl Glyph {
    /// The icon of a severity.
    pub const fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Critical => Self::Broken,
            Severity::Warning => Self::Look,
            Severity::Info => Self::Info,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Broken => "icon icon-broken",
            Self::Look => "icon icon-look",
            Self::Ok => "icon icon-ok",
            Self::Info => "icon icon-info",
            Self::Unknown => "icon icon-unknown",
            _ => "icon",
        }
    }
}

/// An icon of 16 units, in the colour of its meaning or of the text around it.
pub fn icon(glyph: Glyph) -> Html {
    let drawing = match glyph {
        Glyph::Broken => solid("M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"),
        Glyph::Look => solid("M8 1.3 15.4 14.4H.6z", "M8 6v4M8 12.1v.2"),
        Glyph::Ok => solid("M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z", "M4.8 8.2l2.2 2.2 4.3-4.6"),
        Glyph::Info => solid("M3 1h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z", "M8 7.4v4M8 4.5v.2"),
        Glyph::Unknown => html! {
            <>
                <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="2 1.6" />
                <path class="icon-line" d="M6.3 6.4a1.7 1.7 0 1 1 2.4 1.6c-.5.3-.7.6-.7 1.2M8 11.2v.2" />
            </>
        },
        Glyph::Close => line("M3.5 3.5l9 9M12.5 3.5l-9 9"),
        Glyph::Add => line("M8 2.5v11M2.5 8h11"),
        Glyph::Copy => line("M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"),
        Glyph::Text => line("M3 1.5h10v13H3zM5.5 5h5M5.5 8h5M5.5 11h3"),
        Glyph::Drop => line("M8 1.5v8M4.8 6.4 8 9.6l3.2-3.2M1.8 10v4.2h12.4V10"),
        Glyph::Save => line("M8 10V1.8M4.8 5 8 1.8 11.2 5M1.8 10v4.2h12.4V10"),
        Glyph::Lock => line("M3 7h10v7.5H3zM5 7V4.5a3 3 0 0 1 6 0V7M8 10v1.6"),
        Glyph::Sun => line(
            "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 .8v1.6M8 13.6v1.6M.8 8h1.6M13.6 8h1.6M2.9 2.9 4 4M12 12l1.1 1.1M13.1 2.9 12 4M4 12l-1.1 1.1",
        ),
        Glyph::Moon => line("M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z"),
        Glyph::Half => html! {
            <>
                <circle class="icon-line" cx="8" cy="8" r="6.2" />
                <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
            </>
        },
        Glyph::Keys => line("M1 4h14v8.5H1zM3.5 6.6h.2M6.4 6.6h.2M9.3 6.6h.2M12.2 6.6h.2M4.5 9.8h7"),
        Glyph::Bin => line("M2.5 4h11M6 4V2h4v2M4 4l.7 10h6.6L12 4M6.7 6.8v4.4M9.3 6.8v4.4"),
        Glyph::Target => line("M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 .8v3.4M8 11.8v3.4M.8 8h3.4M11.8 8h3.4"),
    };
    html! {
        <svg class={glyph.class()} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">{ drawing }</svg>
    }
}

fn solid(shape: &'static str, sign: &'static str) -> Html {
    html! {
        <>
            <path d={shape} fill="currentColor" />
            <path class="icon-sign" d={sign} />
        </>
    }
}

fn line(path: &'static str) -> Html {
    html! { <path class="icon-line" d={path} /> }
}

/// The porthole: a round window over the water line.
pub fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <circle class="logo-ring" cx="16" cy="16" r="15" />
            <circle class="logo-sky" cx="16" cy="16" r="10" />
            <path class="logo-sea" d="M6.2 18q4.9-4 9.8 0t9.8 0a10 10 0 0 1-19.6 0z" />
            <g class="logo-bolts">
                <circle cx="16" cy="3.5" r="1.3" /><circle cx="16" cy="28.5" r="1.3" />
                <circle cx="3.5" cy="16" r="1.3" /><circle cx="28.5" cy="16" r="1.3" />
            </g>
        </svg>
    }
}
