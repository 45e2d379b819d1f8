package vn.hue.earchive.archive.aip;

/** Bytes that nobody changes, kept out of the equality of the records that carry them. */
final class Bytes {

    private final byte[] array;

    Bytes(byte[] array) {
        this.array = array;
    }

    byte[] array() {
        return array;
    }

    int length() {
        return array.length;
    }
}
