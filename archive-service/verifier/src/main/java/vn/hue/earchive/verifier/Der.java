package vn.hue.earchive.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value of ASN.1 in DER, as far as timestamps need it.
 *
 * @param whole with its head
 * @param from where the content begins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Der(byte[] whole, int from) {

    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int FIRST = 0xa0;

    /** The one sequence that these bytes are. */
    static Der of(byte[] bytes) throws Broken {
        List<Der> all = sequence(bytes, 0);
        if (all.size() != 1 || all.getFirst().tag() != SEQUENCE) {
            throw broken();
        }
        return all.getFirst();
    }

    int tag() {
        return whole[0] & 0xff;
    }

    byte[] content() {
        return Arrays.copyOfRange(whole, from, whole.length);
    }

    /** The values in this one. */
    List<Der> values() throws Broken {
        return sequence(whole, from);
    }

    /** The value at this place. */
    Der at(int place, int tag) throws Broken {
        List<Der> values = values();
        if (values.size() <= place || values.get(place).tag() != tag) {
            throw broken();
        }
        return values.get(place);
    }

    /** Whether this is the OID with these content bytes, in hex. */
    boolean isOid(String hex) {
        return tag() == OID && Hashes.hex(content()).equals(hex);
    }

    private static List<Der> sequence(byte[] bytes, int start) throws Broken {
        List<Der> values = new ArrayList<>();
        int at = start;
        while (at < bytes.length) {
            int head = 2;
            if (at + 1 >= bytes.length) {
                throw broken();
            }
            int length = bytes[at + 1] & 0xff;
            if (length >= 0x80) {
                int octets = length & 0x7f;
                head += octets;
                length = 0;
                if (octets < 1 || octets > 3 || at + head > bytes.length) {
                    throw broken();
                }
                for (int octet = 0; octet < octets; octet++) {
                    length = (length << 8) | (bytes[at + 2 + octet] & 0xff);
                }
            }
            if (length > bytes.length - at - head) {
                throw broken();
            }
            values.add(new Der(Arrays.copyOfRange(bytes, at, at + head + length), head));
            at += head + length;
        }
        return values;
    }

    private static Broken broken() {
        return new Broken("Dấu thời gian không đọc được", "A timestamp cannot be read");
    }
}
