// A drawing as a file: SVG with its colours written out, or PNG of it.

const PROPERTIES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'display', 'stop-color'] as const;
const PNG_DENSITY = 2;

/** What `svg` looks like now, as a document of its own; elements of the class `screen-only` are left out. */
export function svgText(svg: SVGSVGElement, ground: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  inline(svg, copy);
  copy.querySelectorAll('.screen-only').forEach((element) => element.remove());
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const back = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', ground]] as const) back.setAttribute(name, value);
  copy.prepend(back);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}

export async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * PNG_DENSITY;
    canvas.height = image.height * PNG_DENSITY;
    const drawing = canvas.getContext('2d');
    drawing?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => canvas.toBlob((blob) => (blob === null ? failed(new Error('The browser cannot make a PNG')) : done(blob)), 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== '') to.setAttribute(property, value);
  }
  for (const name of ['class', 'style', 'role', 'aria-label', 'tabindex']) if (name !== 'class' || !to.classList.contains('screen-only')) to.removeAttribute(name);
  for (let index = 0; index < from.children.length; index++) inline(from.children[index]!, to.children[index]!);
}
