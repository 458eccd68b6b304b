//! What the worker tells of a result only when it is to be shown, and what of that is still wanted.

use std::rc::Rc;

use crate::explain::explanation::Explanation;
use crate::explain::lesson::question::Question;
use crate::layout::request::{LayoutRequest, Picture};
use crate::model::object_ref::ObjectRef;
use crate::model::part::PartId;
use crate::order::Set;
use crate::rows::{Rows, RowsRequest};
use crate::ui::diagram::sheet::Sheet;
use crate::ui::state::view::View;
use crate::ui::state::{AppState, Run};

/// What has been told of the newest result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// On the selected part; until that comes, on the one selected before, so that nothing flickers.
    pub explanation: Option<Rc<Explanation>>,
    /// The questions of the lesson.
    pub questions: Option<Rc<[Question]>>,
    /// Another picture than the architecture, and what was asked for; until the next comes, the one before.
    pub picture: Option<(LayoutRequest, Sheet)>,
    /// What the search has found, and what was looked for.
    pub found: Option<(String, Rc<Set<ObjectRef>>)>,
    /// Rows of the table, and what was asked for; until the next come, those before.
    pub rows: Option<(RowsRequest, Rc<Rows>)>,
}

/// What is shown, or would be, and has not been told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The part to be explained.
    pub part: Option<PartId>,
    /// The questions of the lesson.
    pub lesson: bool,
    /// Another picture.
    pub picture: Option<LayoutRequest>,
    /// Objects to look for.
    pub find: Option<String>,
    /// Rows of the table.
    pub rows: Option<RowsRequest>,
}

impl AppState {
    /// What has not been told yet.
    pub fn wanted(&self) -> Wanted {
        let told = self.told.explanation.as_ref().map(|it| &it.part);
        Wanted {
            part: self.selected.clone().filter(|part| told != Some(part)),
            lesson: self.view == View::Lesson && self.told.questions.is_none(),
            find: self.query().filter(|it| self.told.found.as_ref().is_none_or(|(of, _)| of != it)).map(str::to_owned),
            picture: self.layout_request().filter(|it| self.told.picture.as_ref().is_none_or(|(of, _)| of != it)),
            rows: self.rows_request().filter(|it| self.told.rows.as_ref().is_none_or(|(of, _)| of != it)),
        }
    }

    /// What is looked for, if anything.
    pub fn query(&self) -> Option<&str> {
        Some(self.find.trim()).filter(|it| !it.is_empty())
    }

    /// What was found; `None` while nothing is looked for, or until it has come.
    pub fn found(&self) -> Option<Rc<Set<ObjectRef>>> {
        self.query()?;
        self.told.found.as_ref().map(|(_, found)| found.clone())
    }

    /// The picture that the view shows, if it is another than the architecture.
    pub fn layout_request(&self) -> Option<LayoutRequest> {
        let picture = self.view.picture().filter(|it| *it != Picture::Architecture)?;
        Some(LayoutRequest { picture, grouping: self.grouping, toggled: self.toggled.clone() })
    }

    /// The rows that the view shows, if it shows any.
    pub fn rows_request(&self) -> Option<RowsRequest> {
        (self.view == View::Table).then(|| self.table.request())
    }

    /// The picture that is shown now; `None` until it has come.
    pub fn scene(&self) -> Option<Sheet> {
        match self.layout_request() {
            None => self.analysis.as_ref().map(|it| Sheet(it.scene.clone())),
            Some(request) => self.told.picture.as_ref().filter(|(of, _)| of.picture == request.picture).map(|(_, scene)| scene.clone()),
        }
    }

    /// What to ask the worker now, and of which run; nothing while it reads, or after it was ended.
    pub fn question(&self) -> Option<(u32, Wanted)> {
        let run = self.analysis.as_ref().filter(|_| self.run == Run::Idle)?.run;
        Some((run, self.wanted())).filter(|(_, wanted)| *wanted != Wanted::default())
    }

    /// Takes an answer, unless the reader has turned to something else meanwhile.
    pub(super) fn hear(&mut self, run: u32, told: Told) {
        if self.analysis.as_ref().is_none_or(|analysis| analysis.run != run) {
            return;
        }
        if let Some(it) = told.explanation.filter(|it| Some(&it.part) == self.selected.as_ref()) {
            self.told.explanation = Some(it);
        }
        if told.found.is_some() {
            self.told.found = told.found;
        }
        if told.picture.is_some() {
            self.told.picture = told.picture;
        }
        if told.rows.is_some() {
            self.told.rows = told.rows;
        }
        self.told.questions = told.questions.or(self.told.questions.take());
    }
}

#[cfg(test)]
mod tests;
