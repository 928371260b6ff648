"""When a page has come to rest."""


def settled(page):
    """Wait until the page has not scrolled for six frames."""
    page.evaluate("""() => new Promise((done) => {
        let last = NaN, still = 0;
        const look = () => { still = scrollY === last ? still + 1 : 0; last = scrollY; still > 5 ? done() : requestAnimationFrame(look); };
        look();
    })""")
