//! The one error of the library, and the one list of all that can go wrong: a code, its values, and in English what was
//! wrong, what was expected and what to do. Other languages are written from the code and the values.

/// Makes [`Error`] of the list, so that there is no error without a code, and no value without a name.
macro_rules! errors {
    ($(
        $variant:ident { $($field:ident: $type:ty),* } $code:literal
            $wrong:literal, $expected:literal, $remedy:literal;
    )*) => {
        /// Something that could not be done; whatever was asked has been left undone.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "a value is told by its place in the sentence")]
        pub enum Error {
            $(#[doc = $wrong] $variant { $($field: $type),* },)*
        }

        impl Error {
            /// Every code, with the names of its values.
            pub(super) const ALL: &[(&'static str, &[&'static str])] =
                &[$(($code, &[$(stringify!($field)),*])),*];

            /// What went wrong, as programs tell it apart: stays the same whatever the words.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $code,)* }
            }

            /// What is particular to this error, by name.
            pub fn values(&self) -> Vec<(String, Value)> {
                match self {
                    $(Self::$variant { $($field),* } => vec![
                        $((camel_case(stringify!($field)), Value::from($field.clone()))),*
                    ],)*
                }
            }
        }

        impl fmt::Display for Error {
            #[allow(unused_variables, reason = "a sentence need not use every value")]
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$variant { $($field),* } => {
                        write!(formatter, $wrong)?;
                        formatter.write_str(". Expected ")?;
                        write!(formatter, $expected)?;
                        formatter.write_str(". ")?;
                        write!(formatter, $remedy)?;
                        formatter.write_str(".")
                    })*
                }
            }
        }
    };
}

mod list;
mod value;

pub use list::Error;
pub use value::{IdxFile, NumberKind, Value, Written};

use value::camel_case;

impl std::error::Error for Error {}

/// Every code, with the names of its values.
pub fn describe_errors() -> Vec<(&'static str, Vec<String>)> {
    let named = |names: &[&str]| names.iter().map(|name| camel_case(name)).collect();
    let all = Error::ALL.iter();
    all.map(|&(code, names)| (code, named(names))).collect()
}
