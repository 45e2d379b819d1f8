package vn.hue.earchive.kit.objects;

/** The source ended, or went on, at another length than was announced; nothing was stored. */
public class TruncatedSource extends RuntimeException {

    public TruncatedSource(String message) {
        super(message);
    }
}
