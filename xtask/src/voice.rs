//! Where a task says what it has to say: to the terminal, or, while parts of a test run go side by side, into a text of its own, so
//! that the lines of one part stand together.

use std::cell::RefCell;
use std::fmt::Arguments;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

thread_local! {
    static VOICE: RefCell<Voice> = RefCell::default();
}

/// Where to; what is given to another thread goes on to the same place.
#[derive(Clone, Default)]
pub struct Voice(Option<Arc<Mutex<Vec<u8>>>>);

/// That of this thread.
pub fn here() -> Voice {
    VOICE.with_borrow(Voice::clone)
}

/// Does `work` and keeps what it says, programs that it runs included.
pub fn keeping<T>(work: impl FnOnce() -> T) -> (T, Vec<u8>) {
    let text = Arc::new(Mutex::default());
    let before = VOICE.replace(Voice(Some(Arc::clone(&text))));
    let made = work();
    VOICE.set(before);
    let said = std::mem::take(&mut *text.lock().unwrap_or_else(PoisonError::into_inner));
    (made, said)
}

/// One line, as by `println!`.
pub fn line(line: Arguments) {
    // A terminal that went away is no reason to stop.
    let _ = writeln!(here(), "{line}");
}

/// Says one line where this thread speaks.
macro_rules! say {
    ($($line:tt)*) => { $crate::voice::line(format_args!($($line)*)) };
}
pub(crate) use say;

impl Voice {
    /// Whether what is said is kept instead of shown.
    pub fn keeps(&self) -> bool {
        self.0.is_some()
    }
}

impl Write for Voice {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &self.0 {
            None => io::stdout().write(bytes),
            Some(text) => text.lock().unwrap_or_else(PoisonError::into_inner).write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.keeps() { Ok(()) } else { io::stdout().flush() }
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;
    use crate::command;

    #[test]
    fn what_is_said_is_kept_with_what_programs_print_and_apart_from_other_threads() {
        let ((), said) = keeping(|| {
            say!("begins {}", 1);
            command::run(Command::new("cargo").arg("--version")).unwrap();
            let (_, other) = std::thread::spawn(|| keeping(|| say!("another"))).join().unwrap();
            assert_eq!(other, b"another\n");
            say!("ends");
        });
        let said = String::from_utf8(said).unwrap();
        let lines: Vec<_> = said.lines().collect();
        assert_eq!((lines[0], lines.len(), lines[2]), ("begins 1", 3, "ends"), "{said}");
        assert!(lines[1].starts_with("cargo "), "{said}");
        assert!(!here().keeps());
    }
}
