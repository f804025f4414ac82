// As of which revision a page to read speaks: that of its address, now if it names none.
import { computed, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';

export function revisionOfTheAddress(): ComputedRef<string | undefined> {
  const route = useRoute();
  return computed(() => {
    const named = route.query['revision'];
    return (Array.isArray(named) ? named[0] : named) ?? undefined;
  });
}
