// The shape and the mark of each class of things, for the pages and for the canvas. Drawn in a square of 24.

export interface Glyph {
  readonly frame: 'circle' | 'square' | 'stack';
  /** Of a circle. */
  readonly radius: number;
  /** Lines to stroke; empty for a circle. */
  readonly drawing: string;
}

const AREAS: Record<string, number> = { Province: 11, City: 9.5, Prefecture: 9.5, County: 8, Township: 6.5, Village: 5.5, Area: 8 };

const MARKS: Record<string, string> = {
  School: 'M2 10 12 5l10 5-10 5zM6 12.5V18c3.5 2.5 8.5 2.5 12 0v-5.5',
  Hospital: 'M12 5v14M5 12h14',
  Enterprise: 'M4 20V11l5 3v-3l5 3V5h5v15z',
  SocialOrganization: 'M8 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M17 12a2.8 2.8 0 1 0 0-5.6M2 20c0-4 2.5-6 6-6s6 2 6 6M17.5 15c2.5.3 4.5 2 4.5 5',
  PublicInstitution: 'M3 9l9-5 9 5M5 9v9M10 9v9M14 9v9M19 9v9M3 20h18',
  GovernmentBody: 'M12 3l2.7 5.8 6.3.8-4.6 4.3 1.2 6.3L12 17l-5.6 3.2 1.2-6.3L3 9.6l6.3-.8z',
  Organization: 'M6 21V4h12v17M10 8h4M10 12h4M10 16h4',
  Village: 'M3 11l9-7 9 7v10H3zM10 21v-6h4v6',
  IndustrialPark: 'M3 20V10l6 4v-4l6 4V4h6v16z',
  Workshop: 'M4 20V9l8-5 8 5v11M9 20v-6h6v6',
  Base: 'M12 21v-9M12 12c0-5 4-7 8-7 0 5-3 7-8 7M12 15c0-4-3-6-7-6 0 4 3 6 7 6',
  Site: 'M12 21s7-6.5 7-11.5a7 7 0 0 0-14 0C5 14.5 12 21 12 21M12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  Programme: 'M4 12h16M14 6l6 6-6 6M4 6v12',
};

const KIND_CLASSES: Record<string, string> = {
  province: 'Province', city: 'City', county: 'County', township: 'Township', village: 'Village', school: 'School', hospital: 'Hospital',
  enterprise: 'Enterprise', 'social-organization': 'SocialOrganization', 'public-institution': 'PublicInstitution',
  'government-body': 'GovernmentBody', 'co-building': 'IndustrialPark', within: 'Area', member: 'Organization',
};

/** The glyph of a class, or of a kind. */
export function glyphOf(classOrKind: string | undefined): Glyph {
  const name = KIND_CLASSES[classOrKind ?? ''] ?? classOrKind ?? '';
  const radius = AREAS[name];
  if (radius !== undefined) return { frame: 'circle', radius, drawing: '' };
  return { frame: name === 'PartyGroup' ? 'stack' : 'square', radius: 0, drawing: MARKS[name] ?? MARKS['Organization'] ?? '' };
}

/** The mark inside the shape of a group: that of its members, villages as houses. */
export function markOf(kind: string | undefined): string {
  const name = KIND_CLASSES[kind ?? ''] ?? '';
  return MARKS[name] ?? MARKS['Site'] ?? '';
}
