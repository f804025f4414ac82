// The colours that a picture is drawn with: those of the theme, or those of paper.
import { token } from '../theme';
import type { Tone } from './scene';

export interface Palette {
  readonly tones: Readonly<Record<Tone, string>>;
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
}

export function paletteNow(): Palette {
  return {
    tones: { supporter: token('supporter'), supported: token('supported'), neutral: token('neutral'), place: token('edge-place') },
    ground: token('canvas'), text: token('text'), muted: token('muted'), accent: token('accent'),
  };
}

/** The colours of paper: those of the light theme. */
export function paletteOfPaper(): Palette {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset['theme'] = 'light';
  const palette = paletteNow();
  if (theme === undefined) delete dataset['theme'];
  else dataset['theme'] = theme;
  return palette;
}
