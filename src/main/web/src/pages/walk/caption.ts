// What stands under a picture that goes on without its page: where it begins, under which filters, of which day and revision.
import { word } from '../../codes';
import { dayText } from '../../format';
import { named } from '../../i18n';
import type { Walk } from './walk';
import { t } from './words';

export function captionOf(walk: Walk): string {
  const { view, shown, network } = walk;
  const filters = [
    ...view.kinds.map((kind) => word('kind', kind)), ...view.programmes.map((id) => named(walk.programmeNames.get(id) ?? {}, id)), ...view.statuses.map((status) => word('status', status)),
    ...view.bases.map((basis) => word('basis', basis)), ...(view.direction === 'both' ? [] : [t.value.directions[view.direction]]),
  ];
  const day = view.at === undefined ? '' : dayText({ date: view.at });
  return t.value.caption(view.from.map(walk.nameOf).join(t.value.and), shown.nodes.size, shown.claims.length, filters.join(t.value.and), day, network.revision);
}
