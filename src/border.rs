//! How values cross between the page and its worker, as bytes. A leaf: knows nothing.
//!
//! Both sides run the same build, so the bytes describe nothing, and reading them does not stop half way: the paths out of
//! every field that serde and postcard compile for that were 7 KB of the page.

use std::borrow::Cow;

/// A value that crosses; [`crosses!`](crate::crosses) makes most of them.
pub trait Cross: Sized {
    /// Appends its bytes.
    fn write(&self, out: &mut Vec<u8>);
    /// Takes it off the bytes. Total: of bytes that are none of this type's, something comes and the reader knows.
    fn read(from: &mut Reader<'_>) -> Self;
}

/// The bytes of a value.
pub fn written(value: &impl Cross) -> Vec<u8> {
    let mut out = Vec::new();
    value.write(&mut out);
    out
}

/// The value of these bytes; `None` unless they are all of one value.
pub fn read<T: Cross>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader { rest: bytes, failed: false };
    let value = T::read(&mut reader);
    (!reader.failed && reader.rest.is_empty()).then_some(value)
}

/// Bytes that are read from their start.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
    failed: bool,
}

impl<'a> Reader<'a> {
    /// Notes that these are not the bytes of such a value. From then on everything is zero and empty.
    #[inline(never)]
    pub fn fail(&mut self) {
        self.failed = true;
        self.rest = &[];
    }

    #[inline(never)]
    fn take(&mut self, count: usize) -> &'a [u8] {
        if let Some((taken, rest)) = self.rest.split_at_checked(count) {
            self.rest = rest;
            return taken;
        }
        self.fail();
        &[]
    }

    /// One byte.
    #[inline(never)]
    pub fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// A number, seven bits a byte, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }
}

#[inline(never)]
fn write_number(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

macro_rules! numbers {
    ($($number:ident),*) => {$(
        impl Cross for $number {
            fn write(&self, out: &mut Vec<u8>) {
                // No number of a type that crosses is wider.
                write_number(u64::try_from(*self).unwrap_or_default(), out);
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self::try_from(from.number()).unwrap_or_else(|_| {
                    from.fail();
                    0
                })
            }
        }
    )*};
}

numbers! { u16, u32, u64, usize }

impl Cross for i64 {
    fn write(&self, out: &mut Vec<u8>) {
        self.cast_unsigned().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        u64::read(from).cast_signed()
    }
}

impl Cross for f32 {
    fn write(&self, out: &mut Vec<u8>) {
        self.to_bits().write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::from_bits(u32::read(from))
    }
}

impl Cross for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.byte() != 0
    }
}

impl Cross for String {
    #[inline(never)]
    fn write(&self, out: &mut Vec<u8>) {
        self.len().write(out);
        out.extend_from_slice(self.as_bytes());
    }

    #[inline(never)]
    fn read(from: &mut Reader<'_>) -> Self {
        let length = usize::read(from);
        Self::from_utf8(from.take(length).to_vec()).unwrap_or_default()
    }
}

impl<T: Cross> Cross for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn read(from: &mut Reader<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Cross> Cross for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        write_all(self, out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let length = usize::read(from);
        let mut items = Self::new();
        while items.len() < length && !from.failed {
            items.push(T::read(from));
        }
        items
    }
}

fn write_all<T: Cross>(items: &[T], out: &mut Vec<u8>) {
    items.len().write(out);
    for item in items {
        item.write(out);
    }
}

impl<A: Cross, B: Cross> Cross for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        (A::read(from), B::read(from))
    }
}

/// Borrowed where it is written, owned where it is read.
impl<T: Cross + Clone> Cross for Cow<'_, T> {
    fn write(&self, out: &mut Vec<u8>) {
        T::write(self, out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::Owned(T::read(from))
    }
}

impl<T: Cross + Clone> Cross for Cow<'_, [T]> {
    fn write(&self, out: &mut Vec<u8>) {
        write_all(self, out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::Owned(Vec::read(from))
    }
}

/// Has a type cross: the names of its fields, or of its variants with those of their fields. The compiler sees that none is
/// left out.
///
/// ```
/// use porthole::border::{read, written};
///
/// #[derive(Debug, PartialEq)]
/// enum Shape {
///     Dot,
///     Ring { wide: u32 },
///     Text(String),
/// }
/// porthole::crosses! { enum Shape { Dot, Ring { wide }, Text(words) } }
///
/// assert_eq!(read(&written(&Shape::Ring { wide: 300 })), Some(Shape::Ring { wide: 300 }));
/// ```
#[macro_export]
macro_rules! crosses {
    (struct $name:ident $(<$life:lifetime>)? { $($field:ident),* $(,)? }) => {
        impl $(<$life>)? $crate::border::Cross for $name $(<$life>)? {
            fn write(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($crate::border::Cross::write($field, out);)*
            }

            fn read(from: &mut $crate::border::Reader<'_>) -> Self {
                Self { $($field: $crate::border::Cross::read(from)),* }
            }
        }
    };
    (struct $name:ident ( $($item:ident),* )) => {
        impl $crate::border::Cross for $name {
            fn write(&self, out: &mut Vec<u8>) {
                let Self($($item),*) = self;
                $($crate::border::Cross::write($item, out);)*
            }

            fn read(from: &mut $crate::border::Reader<'_>) -> Self {
                $(let $item = $crate::border::Cross::read(from);)*
                Self($($item),*)
            }
        }
    };
    (enum $name:ident { $($variant:ident $(($($item:ident),*))? $({ $($field:ident),* })?),* $(,)? }) => {
        const _: () = {
            enum Index { $($variant),* }

            impl $crate::border::Cross for $name {
                fn write(&self, out: &mut Vec<u8>) {
                    match self {
                        $(Self::$variant $(($($item),*))? $({ $($field),* })? => {
                            out.push(Index::$variant as u8);
                            $($($crate::border::Cross::write($item, out);)*)?
                            $($($crate::border::Cross::write($field, out);)*)?
                        })*
                    }
                }

                fn read(from: &mut $crate::border::Reader<'_>) -> Self {
                    let index = from.byte();
                    $(if index == Index::$variant as u8 {
                        $($(let $item = $crate::border::Cross::read(from);)*)?
                        $($(let $field = $crate::border::Cross::read(from);)*)?
                        return Self::$variant $(($($item),*))? $({ $($field),* })?;
                    })*
                    // Whatever the first variant is: the reader has failed, which yields only zeros.
                    from.fail();
                    Self::read(from)
                }
            }
        };
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Clone, Debug, Default, PartialEq)]
    struct Row {
        name: String,
        cells: Vec<(Option<u32>, bool)>,
        at: f32,
        shift: i64,
    }

    #[derive(Clone, Debug, PartialEq)]
    enum Mark {
        None,
        Plain(Row, u64),
        Named { name: String, width: usize },
    }

    crosses! { struct Row { name, cells, at, shift } }
    crosses! { enum Mark { None, Plain(row, count), Named { name, width } } }

    fn marks() -> impl Strategy<Value = Vec<Mark>> {
        let row = (".*", prop::collection::vec((any::<Option<u32>>(), any::<bool>()), 0..4), -1e6_f32..1e6, any::<i64>());
        let row = row.prop_map(|(name, cells, at, shift)| Row { name, cells, at, shift });
        let mark = prop_oneof![
            Just(Mark::None),
            (row, any::<u64>()).prop_map(|(row, count)| Mark::Plain(row, count)),
            (".*", any::<usize>()).prop_map(|(name, width)| Mark::Named { name, width }),
        ];
        prop::collection::vec(mark, 0..5)
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(marks in marks()) {
            prop_assert_eq!(read::<Vec<Mark>>(&written(&marks)), Some(marks));
        }

        #[test]
        fn other_bytes_are_no_value_or_another_one(marks in marks(), cut in any::<prop::sample::Index>(), bytes in any::<Vec<u8>>()) {
            let whole = written(&marks);
            prop_assert_eq!(read::<Vec<Mark>>(&whole[..cut.index(whole.len())]), None);
            prop_assert_eq!(read::<Vec<Mark>>(&[whole.as_slice(), &[0]].concat()), None);
            let _ = read::<Vec<Mark>>(&bytes);
        }
    }

    #[test]
    fn numbers_are_short() {
        for (number, length) in [(0, 1), (127, 1), (128, 2), (u64::MAX, 10)] {
            assert_eq!(written(&number).len(), length);
            assert_eq!(read(&written(&number)), Some(number));
        }
        assert_eq!(read::<u32>(&written(&u64::MAX)), None);
    }

    #[test]
    fn what_is_lent_arrives_owned() {
        let names = ["a".to_owned(), "b".to_owned()];
        assert_eq!(read::<Cow<'static, [String]>>(&written(&Cow::Borrowed(&names[..]))).as_deref(), Some(&names[..]));
    }
}
