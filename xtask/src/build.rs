//! Packages and site, in the order in which a person waits for them.

use crate::package::{Package, packages, side_by_side};
use crate::progress::say;
use crate::{server, site, toolchain};
use anyhow::Result;
use std::thread;

/// Makes everything, and then comes back.
pub fn build(cpu_only: bool) -> Result<()> {
    let stale = stale_packages(cpu_only)?;
    let others = build_first(&stale)?;
    side_by_side(others, Package::build)?;
    site::bundle()?;
    site::sweep()?;
    compress_and_weigh(cpu_only)
}

/// Makes the one package that nothing can be bundled without, and fetches node modules.
pub fn first_package() -> Result<()> {
    build_first(&stale_packages(true)?)?;
    Ok(())
}

/// Serves the site as soon as it has its first package, and makes the others behind it: the page takes them at the next
/// visit.
pub fn serve(port: u16, cpu_only: bool, with_tests: bool) -> Result<()> {
    let stale = stale_packages(cpu_only)?;
    // Those of another source would not fit the page.
    stale.iter().try_for_each(|package| package.remove())?;
    let others = build_first(&stale)?.to_vec();
    site::bundle()?;
    site::sweep()?;
    let listener = server::listen_from(port)?;
    if !others.is_empty() {
        let names: Vec<_> = others.iter().map(|package| package.name).collect();
        say(&format!(
            "Behind it: {}; the page takes each at the next visit after it is ready",
            names.join(", ")
        ));
    }
    thread::spawn(move || {
        if let Err(error) = build_behind(&others, cpu_only) {
            eprintln!("error: {error:#}");
        }
    });
    server::run(listener, with_tests)
}

fn build_behind(packages: &[&'static Package], cpu_only: bool) -> Result<()> {
    side_by_side(packages, |package| {
        if let Err(error) = package.build().and_then(|()| site::bundle()) {
            eprintln!("error: {error:#}. The page does without {}", package.name);
        }
        Ok(())
    })?;
    compress_and_weigh(cpu_only)?;
    say("Everything is there");
    Ok(())
}

/// The packages that have to be made anew, with what that takes on this machine.
fn stale_packages(cpu_only: bool) -> Result<Vec<&'static Package>> {
    toolchain::require_node()?;
    toolchain::require_wasm_target()?;
    let mut stale = Vec::new();
    for package in packages(cpu_only) {
        if !package.is_current()? {
            stale.push(package);
        }
    }
    if stale.iter().any(|package| package.threads) {
        toolchain::require_standard_library_source()?;
    }
    Ok(stale)
}

/// The one package that the site cannot be bundled without, where it is stale, and node modules beside it; gives the
/// others.
fn build_first<'a>(stale: &'a [&'static Package]) -> Result<&'a [&'static Package]> {
    let first = &packages(true)[0];
    thread::scope(|scope| {
        let modules = scope.spawn(|| toolchain::install_modules("."));
        let others = match stale {
            [package, others @ ..] if package.name == first.name => {
                package.build()?;
                others
            }
            others => others,
        };
        modules.join().expect("installing does not panic")?;
        Ok(others)
    })
}

fn compress_and_weigh(cpu_only: bool) -> Result<()> {
    site::compress_files()?;
    packages(cpu_only)
        .iter()
        .filter(|package| package.is_there())
        .try_for_each(Package::check_size)
}
