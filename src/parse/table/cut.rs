//! A row → its cells: by their place below the header, else by the gaps between them, else by what may stand in each column.

use crate::parse::table::align::align;
use crate::parse::table::cell::Sort;
use crate::parse::table::header::{Apart, Column, Header};

/// A cell: its bytes in the line.
pub type Cell = (usize, usize);

/// The columns of a table and what stands in them.
#[derive(Clone, Debug)]
pub struct Cutter {
    /// The columns.
    pub columns: Vec<Column>,
    /// The kind of cells of each column.
    pub sorts: Vec<Sort>,
    /// How cells are kept apart.
    pub apart: Apart,
}

impl Cutter {
    /// For the tables of a resource.
    pub fn new(header: Header, resource: &str) -> Self {
        let sorts = header.columns.iter().map(|column| Sort::of(&column.name, resource)).collect();
        Self { columns: header.columns, sorts, apart: header.apart }
    }

    /// For the first lines of rows that were wrapped: what stands in the last column may go on below.
    pub fn beginning(header: Header, resource: &str) -> Self {
        let mut cutter = Self::new(header, resource);
        if let Some(last) = cutter.sorts.last_mut() {
            *last = Sort::Text;
        }
        cutter
    }

    /// Cuts a row that was printed as it stands; whether it fits the columns.
    pub fn exactly(&self, line: &str, cells: &mut Vec<Cell>) -> bool {
        let line = line.trim_end();
        match self.apart {
            Apart::Place => (self.by_place(line, cells) || self.by_gaps(line, cells)) && self.fits(line, cells),
            Apart::Tabs => self.by_sign(line, '\t', cells) && self.fits(line, cells),
            Apart::Bars => line.contains('|') && self.by_sign(line, '|', cells) && self.fits(line, cells),
            Apart::Spaces => self.loosely(line, cells),
            Apart::Gaps => self.by_gaps(line, cells) && self.fits(line, cells),
        }
    }

    /// Cuts a row whose gaps or places were lost on the way.
    pub fn loosely(&self, line: &str, cells: &mut Vec<Cell>) -> bool {
        let line = line.trim_end();
        align(line, &self.sorts, self.apart == Apart::Spaces || !line.trim_start().contains("  "), cells)
    }

    /// The cell of a column, if the table has it.
    pub fn at<'l>(&self, column: &str, line: &'l str, cells: &[Cell]) -> Option<&'l str> {
        let index = self.columns.iter().position(|it| it.name == column)?;
        let (from, to) = *cells.get(index)?;
        line.get(from..to)
    }

    fn fits(&self, line: &str, cells: &[Cell]) -> bool {
        self.sorts.iter().zip(cells).all(|(sort, (from, to))| sort.fits(line.get(*from..*to).unwrap_or_default()))
    }

    /// Each cell begins below its header, after a space; empty cells are spaces.
    fn by_place(&self, line: &str, cells: &mut Vec<Cell>) -> bool {
        cells.clear();
        let bytes = line.as_bytes();
        let ascii = line.is_ascii();
        let place = |at: usize| if ascii { at.min(line.len()) } else { line.char_indices().nth(at).map_or(line.len(), |(byte, _)| byte) };
        let Some(first) = self.columns.first() else { return false };
        let mut from = place(first.start);
        if bytes.get(..from).is_some_and(|before| before.iter().any(|byte| *byte != b' ')) {
            return false;
        }
        let starts = self.columns.iter().skip(1).map(|column| place(column.start));
        for next in starts.chain([line.len()]) {
            let whole = line.get(from..next).unwrap_or_default();
            let text = whole.trim_end_matches(' ');
            // A cell that does not begin at its column, or runs into the next one, belongs to a row of other columns.
            if text.starts_with(' ') || (text.len() == whole.len() && !whole.is_empty() && next < line.len()) {
                return false;
            }
            cells.push((from, from + text.len()));
            from = next;
        }
        // What ends before the second column is a word of its own.
        cells.get(1).is_some_and(|(from, _)| *from < line.len())
    }

    /// As many cells as columns, two spaces apart: rows of a watch are wider than the header that was printed once.
    fn by_gaps(&self, line: &str, cells: &mut Vec<Cell>) -> bool {
        cells.clear();
        let bytes = line.as_bytes();
        let mut at = bytes.iter().position(|byte| *byte != b' ').unwrap_or(bytes.len());
        while at < bytes.len() {
            let rest = bytes.get(at..).unwrap_or_default();
            let len = memchr::memmem::find(rest, b"  ").unwrap_or(rest.len());
            cells.push((at, at + len));
            let gap = rest.get(len..).unwrap_or_default().iter().position(|byte| *byte != b' ');
            at += gap.map_or(rest.len(), |gap| len + gap);
        }
        cells.len() == self.columns.len()
    }

    /// Between signs; cells at the end may be missing.
    fn by_sign(&self, line: &str, sign: char, cells: &mut Vec<Cell>) -> bool {
        cells.clear();
        let inner = if sign == '|' { line.trim().trim_matches('|') } else { line };
        let mut from = line.find(inner).unwrap_or(0);
        for part in inner.split(sign) {
            let text = part.trim();
            let start = from + (part.len() - part.trim_start().len());
            cells.push((start, start + text.len()));
            from += part.len() + 1;
        }
        let enough = (2..=self.columns.len()).contains(&cells.len());
        cells.resize(self.columns.len(), (line.len(), line.len()));
        enough
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::table::header::header;

    fn cut(head: &str, resource: &str, line: &str) -> Option<Vec<String>> {
        let cutter = Cutter::new(header(head).unwrap(), resource);
        let mut cells = Vec::new();
        let fits = cutter.exactly(line, &mut cells) || cutter.loosely(line, &mut cells);
        fits.then(|| cells.iter().map(|(from, to)| line.get(*from..*to).unwrap().to_owned()).collect())
    }

    #[test]
    fn cells_with_spaces_and_empty_cells() {
        let head = "NAME    READY   STATUS             RESTARTS           AGE";
        for (line, cells) in [
            ("api-1   0/1     CrashLoopBackOff   65301 (118s ago)   71d", ["api-1", "0/1", "CrashLoopBackOff", "65301 (118s ago)", "71d"]),
            ("api-1                                                 71d", ["api-1", "", "", "", "71d"]),
            ("a-very-long-name   1/1   Running   0   3d", ["a-very-long-name", "1/1", "Running", "0", "3d"]),
            ("api-1 0/1 CrashLoopBackOff 65301 (118s ago) 71d", ["api-1", "0/1", "CrashLoopBackOff", "65301 (118s ago)", "71d"]),
        ] {
            assert_eq!(cut(head, "pods", line).unwrap(), cells, "{line}");
        }
    }

    #[test]
    fn a_kernel_with_a_space_and_an_image_with_several() {
        let head = "NAME STATUS ROLES AGE VERSION INTERNAL-IP EXTERNAL-IP OS-IMAGE KERNEL-VERSION CONTAINER-RUNTIME";
        let line = "cp-1 Ready control-plane 42d v1.36.2 10.20.0.11 <none> Ubuntu 24.04.2 LTS 6.8.0-60-generic (amd64) containerd://2.0.5";
        let cells = cut(head, "nodes", line).unwrap();
        assert_eq!(cells[7..], ["Ubuntu 24.04.2 LTS", "6.8.0-60-generic (amd64)", "containerd://2.0.5"]);
    }

    #[test]
    fn lines_of_other_columns_do_not_fit() {
        let head = "NAME    READY   STATUS    RESTARTS   AGE";
        for line in ["some prose that follows the table", "api-1", "Error from server (NotFound): pods \"x\" not found", "NAME   STATUS"] {
            assert_eq!(cut(head, "pods", line), None, "{line}");
        }
    }

    #[test]
    fn tabs_and_bars() {
        assert_eq!(
            cut("NAME\tREADY\tSTATUS\tRESTARTS\tAGE", "pods", "web\t1/1\tRunning\t0\t3d").unwrap(),
            ["web", "1/1", "Running", "0", "3d"]
        );
        assert_eq!(cut("| NAME | DATA | AGE |", "configmaps", "| cfg | 1 | 3d |").unwrap(), ["cfg", "1", "3d"]);
    }
}
