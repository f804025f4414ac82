package org.pairgraph.network;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts one after the other: the number of the prefix, then the bytes below it. */
final class Terms {
    private static final int MAX_PREFIXES = 256;

    final List<byte[]> prefixBytes;

    /** The prefixes as ids have them; those of terms without one are looked at term by term. */
    final List<byte[]> idBytes = new ArrayList<>();

    private final List<String> prefixes;
    final Object2IntOpenHashMap<String> prefixNumbers;
    byte[] pool;
    int[] offsets;
    int size;

    /** Whether every term stands in a JSON string as it is. */
    private boolean isPlain = true;

    Terms() {
        prefixBytes = new ArrayList<>();
        prefixes = new ArrayList<>();
        prefixNumbers = new Object2IntOpenHashMap<>();
        prefixNumbers.defaultReturnValue(-1);
        addPrefix("");
        pool = new byte[64];
        offsets = new int[16];
    }

    /** Room for the terms of both, with the prefixes of the first. */
    Terms(Terms base, Terms fresh) {
        prefixBytes = new ArrayList<>(base.prefixBytes);
        idBytes.addAll(base.idBytes);
        prefixes = new ArrayList<>(base.prefixes);
        prefixNumbers = base.prefixNumbers.clone();
        isPlain = base.isPlain;
        pool = new byte[base.offsets[base.size] + fresh.offsets[fresh.size] + 64];
        offsets = new int[base.size + fresh.size + 1];
    }

    static int cut(String term) {
        return 1 + Math.max(term.lastIndexOf('/'), term.lastIndexOf('#'));
    }

    void add(String term) {
        int cut = cut(term);
        int prefix = addPrefix(term.substring(0, cut));
        byte[] rest = (prefix < 0 ? term : term.substring(cut)).getBytes(StandardCharsets.UTF_8);
        int start = offsets[size];
        ensureRoom(start + 1 + rest.length);
        pool[start] = (byte) Math.max(prefix, 0);
        System.arraycopy(rest, 0, pool, start + 1, rest.length);
        offsets[++size] = start + 1 + rest.length;
        isPlain &= Utf8.isPlain(rest, 0, rest.length);
    }

    /** The terms of {@code from} to {@code to - 1}, whose prefixes are known here under the same numbers. */
    void addRun(Terms other, int from, int to) {
        int shift = offsets[size] - other.offsets[from];
        System.arraycopy(other.pool, other.offsets[from], pool, offsets[size], other.offsets[to] - other.offsets[from]);
        for (int number = from; number < to; number++) {
            offsets[++size] = other.offsets[number + 1] + shift;
        }
        isPlain &= other.isPlain;
    }

    void trim() {
        pool = Arrays.copyOf(pool, offsets[size]);
        offsets = Arrays.copyOf(offsets, size + 1);
    }

    void write(int number, List<byte[]> prefixes, Utf8 out) {
        int start = offsets[number];
        int prefix = Byte.toUnsignedInt(pool[start]);
        if (isPlain && prefix != 0) {
            out.raw(prefixes.get(prefix)).raw(pool, start + 1, offsets[number + 1] - start - 1);
        } else {
            out.escaped(prefixes == idBytes ? Ids.of(text(number)) : text(number));
        }
    }

    String text(int number) {
        int start = offsets[number];
        var rest = new String(pool, start + 1, offsets[number + 1] - start - 1, StandardCharsets.UTF_8);
        int prefix = Byte.toUnsignedInt(pool[start]);
        return prefix == 0 ? rest : prefixes.get(prefix).concat(rest);
    }

    boolean is(int number, int prefix, byte[] rest) {
        int start = offsets[number];
        return Byte.toUnsignedInt(pool[start]) == prefix
                && Arrays.equals(pool, start + 1, offsets[number + 1], rest, 0, rest.length);
    }

    int compare(int number, Terms other, int otherNumber) {
        byte[] prefix = prefixBytes.get(Byte.toUnsignedInt(pool[offsets[number]]));
        byte[] otherPrefix = other.prefixBytes.get(Byte.toUnsignedInt(other.pool[other.offsets[otherNumber]]));
        if (Arrays.equals(prefix, otherPrefix)) {
            return Arrays.compareUnsigned(
                    pool,
                    offsets[number] + 1,
                    offsets[number + 1],
                    other.pool,
                    other.offsets[otherNumber] + 1,
                    other.offsets[otherNumber + 1]);
        }
        int common = Arrays.mismatch(prefix, otherPrefix);
        return common < Math.min(prefix.length, otherPrefix.length)
                ? Byte.compareUnsigned(prefix[common], otherPrefix[common])
                : Arrays.compareUnsigned(whole(number), other.whole(otherNumber));
    }

    int firstNotBefore(int from, Terms other, int otherNumber) {
        int low = from;
        for (int high = size; low < high; ) {
            int middle = (low + high) >>> 1;
            if (compare(middle, other, otherNumber) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private byte[] whole(int number) {
        return text(number).getBytes(StandardCharsets.UTF_8);
    }

    private int addPrefix(String prefix) {
        int known = prefixNumbers.getInt(prefix);
        if (known >= 0 || prefixes.size() == MAX_PREFIXES) {
            return known;
        }
        prefixNumbers.put(prefix, prefixes.size());
        prefixes.add(prefix);
        byte[] bytes = Utf8.of(prefix);
        prefixBytes.add(bytes);
        isPlain &= Utf8.isPlain(bytes, 0, bytes.length);
        idBytes.add(Utf8.of(Ids.of(prefix)));
        return prefixes.size() - 1;
    }

    private void ensureRoom(int bytes) {
        if (bytes > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(bytes, pool.length + (pool.length >> 1)));
        }
        if (size + 2 > offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length + (offsets.length >> 1) + 2);
        }
    }
}
