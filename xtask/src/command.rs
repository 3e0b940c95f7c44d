//! Running other programs: each failure is a sentence that names the program and its arguments.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::voice;

/// Runs a program to its end; what it prints goes to the terminal, or where it is kept.
pub fn run(command: &mut Command) -> Result<()> {
    if voice::here().keeps() {
        return watch(command)?.1;
    }
    let status = command.status().with_context(|| unstarted(command))?;
    succeeded(command, status)
}

/// Runs a program to its end and returns what it printed to standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let mut voice = voice::here();
    let errors = if voice.keeps() { Stdio::piped() } else { Stdio::inherit() };
    let output = command.stderr(errors).output().with_context(|| unstarted(command))?;
    let _ = voice.write_all(&output.stderr);
    succeeded(command, output.status)?;
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` printed something that is not UTF-8", words(command)))
}

/// Runs a program to its end; what it prints goes where `run` lets it go and is returned as well, with the program's success.
pub fn watch(command: &mut Command) -> Result<(String, Result<()>)> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| unstarted(command))?;
    let out = child.stdout.take().context("the program's output is not piped")?;
    let err = child.stderr.take().context("the program's errors are not piped")?;
    let (voice, errors) = (voice::here(), voice::here());
    let err = thread::spawn(move || if errors.keeps() { copy(err, errors) } else { copy(err, std::io::stderr()) });
    let mut seen = copy(out, voice);
    seen.push_str(&err.join().unwrap_or_default());
    let status = child.wait().with_context(|| format!("`{}` could not be waited for", words(command)))?;
    Ok((seen, succeeded(command, status)))
}

/// Copies line by line and returns the whole.
fn copy(from: impl Read, mut to: impl Write) -> String {
    let mut from = BufReader::new(from);
    let mut seen = Vec::new();
    loop {
        let start = seen.len();
        match from.read_until(b'\n', &mut seen) {
            Ok(0) | Err(_) => return String::from_utf8_lossy(&seen).into_owned(),
            // A terminal that went away is no reason to stop reading: the program would hang.
            Ok(_) => drop(to.write_all(&seen[start..])),
        }
    }
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` ended with {status}", words(command));
    }
    Ok(())
}

fn unstarted(command: &Command) -> String {
    format!("`{}` could not be started", words(command))
}

/// The command as one would type it; the program by its name alone, a long list of arguments cut.
fn words(command: &Command) -> String {
    const SHOWN: usize = 8;
    let program = std::path::Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()];
    words.extend(command.get_args().take(SHOWN).map(|word| word.to_string_lossy().into_owned()));
    if command.get_args().count() > SHOWN {
        words.push("…".into());
    }
    words.join(" ")
}
