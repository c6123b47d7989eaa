/**
 * Runs in the page before its own code: gives the browser the team's cookie, and offers the harness its
 * `window.__bench` over the page's port (client/board/table/bench-port.ts). Reads, and looks elsewhere;
 * the gestures are real input.
 */
export function bridge(visit) {
  if (window.top !== window || location.host !== visit.host) return;
  document.cookie = `${visit.cookie}; path=/`;
  const query = new URLSearchParams(location.search);
  const { unit, imagesTop, overview, middles } = visit;
  const isPaper = (id) => id.startsWith("i");
  let port;

  const near = (a, b) => Math.abs(a - b) < 0.01;

  /** Where our table is to be looked at for a view of the scene: a middle in board units, and a scale. */
  function lookAt({ cx, cy, zoom }) {
    const scale = zoom / unit;
    if (near(cx, overview.cx) && near(cy, overview.cy) && near(zoom, overview.zoom)) {
      const { x, y, w, h } = port.bounds();
      // All of it, as the peers show all of theirs: our layout may take more room than the scene.
      const fit = Math.min((innerWidth * 0.9) / w, (innerHeight * 0.78) / h);
      return { x: x + w / 2, y: y + h / 2, scale: Math.min(scale, fit) };
    }
    const found = middles.find(([, x, y]) => near(x, cx) && near(y, cy));
    if (found) {
      const { x, y, w, h } = port.homeOf(found[0]);
      return { x: x + w / 2, y: y + h / 2, scale };
    }
    return { x: cx * unit, y: (cy - imagesTop) * unit, scale };
  }

  const bench = {
    ready: () =>
      port !== undefined &&
      port.counts().notes >= visit.n &&
      port.counts().papers >= visit.m &&
      port.isComplete(),
    counts() {
      const { notes, papers, strokes } = port.counts();
      return { cards: notes, images: papers, ink: strokes };
    },
    setView: (view) => port.look(lookAt(view)),
    view() {
      const { x, y, scale } = port.looks();
      return { cx: x / unit, cy: y / unit + imagesTop, zoom: scale * unit };
    },
    screenRect: (id) => port.screenRect(id, isPaper(id) ? `${id}-page` : undefined) ?? null,
    pos(id) {
      const home = port.homeOf(id);
      return home ? { x: home.x / unit, y: home.y / unit } : null;
    },
    selectedCount: () => port.selected(),
    clearSelection: () => port.clearSelection(),
    imageRects: () => [],
    fit: () => port.showAll(),
  };
  Object.defineProperty(window, "noticeboardBench", {
    get: () => port,
    set(offered) {
      port = offered;
      const [cx, cy, zoom] = ["cx", "cy", "zoom"].map((name) => Number(query.get(name)));
      if (query.has("zoom")) bench.setView({ cx, cy, zoom });
      window.__bench = bench;
    },
  });
}
