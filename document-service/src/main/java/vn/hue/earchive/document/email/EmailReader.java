package vn.hue.earchive.document.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.io.MaxLineLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Event;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalNote;
import vn.hue.earchive.document.arrival.Doubt;
import vn.hue.earchive.document.email.EmailRejected.Reason;
import vn.hue.earchive.document.email.HeaderText.Mailbox;
import vn.hue.earchive.document.email.HeaderText.Structured;
import vn.hue.earchive.document.text.LegacyText;
import vn.hue.earchive.document.text.VietnameseText;

/**
 * Reads a message as a stream (RFC 5322, MIME): attachments are handed on while they are decoded
 * and never held; what is held is bounded. Messages within the message are opened as well.
 */
final class EmailReader {

    /** A letter has a few; more is an attack on whoever takes it apart. */
    static final int MAX_PARTS = 100;

    /** Multiparts and messages within each other. */
    static final int MAX_DEPTH = 10;

    /** Characters of all texts together. */
    static final int MAX_TEXT = 2 << 20;

    /** Bytes of the header of the message. */
    static final int MAX_HEAD = 256 << 10;

    private static final MimeConfig LIMITS =
            MimeConfig.custom()
                    .setMaxLineLen(1 << 16)
                    .setMaxHeaderLen(1 << 16)
                    .setMaxHeaderCount(500)
                    .setMaxContentLen(-1)
                    .build();

    /** Takes an attachment. */
    interface AttachmentSink {

        /**
         * @param bytes to be read before the next part
         * @return why it was left out; empty when it was taken
         */
        Optional<ArrivalNote> take(String name, String contentType, InputStream bytes)
                throws IOException, EmailRejected;
    }

    private static final class Cut extends DecodeMonitor {
        private boolean seen;

        @Override
        public boolean warn(String error, String dropped) {
            seen |= error.contains(Event.MIME_BODY_PREMATURE_END.toString());
            return false;
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }

    private final AttachmentSink sink;
    private final Cut cut = new Cut();
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<ArrivalNote> notes = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private Head head = new Head();
    private Head part = new Head();
    private boolean headRead;
    private int depth;
    private int parts;

    /** The fields of a header that count here. */
    private static final class Head {
        private @Nullable String subject;
        private @Nullable String from;
        private @Nullable String date;
        private String messageId = "";
        private Structured type = Structured.NONE;
        private Structured disposition = Structured.NONE;
        private String encoding = "";
        private boolean inlineImage;
        private int fields;

        void add(Field field) {
            fields++;
            switch (field.getName().toLowerCase(Locale.ROOT)) {
                case "subject" -> subject = HeaderText.of(field);
                case "from" -> from = HeaderText.of(field);
                case "date" -> date = HeaderText.of(field);
                case "message-id" -> messageId = HeaderText.messageId(HeaderText.of(field));
                case "content-type" -> type = HeaderText.structured(field);
                case "content-disposition" -> disposition = HeaderText.structured(field);
                case "content-id" -> inlineImage = true;
                case "content-transfer-encoding" ->
                        encoding = HeaderText.of(field).toLowerCase(Locale.ROOT);
                default -> {}
            }
        }

        @Nullable String fileName() {
            String name = disposition.text("filename");
            return name == null ? type.text("name") : name;
        }
    }

    private EmailReader(AttachmentSink sink) {
        this.sink = sink;
    }

    /**
     * Looks at the head of a message before any of it is kept.
     *
     * @return the whole message, to be read from its beginning
     * @throws EmailRejected SECRET, ENCRYPTED, TNEF by the head alone; MALFORMED, TOO_LARGE
     */
    static InputStream inspected(InputStream message) throws IOException, EmailRejected {
        byte[] start = message.readNBytes(MAX_HEAD);
        if (start.length == MAX_HEAD && !hasWholeHead(start)) {
            throw new EmailRejected(Reason.TOO_LARGE, "header");
        }
        EmailReader reader = new EmailReader((name, type, bytes) -> Optional.empty());
        reader.run(new ByteArrayInputStream(start), true);
        return new SequenceInputStream(new ByteArrayInputStream(start), message);
    }

    private static boolean hasWholeHead(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.contains("\r\n\r\n") || text.contains("\n\n");
    }

    /**
     * Reads the whole message.
     *
     * @throws IOException when the source fails or an attachment's Base64 is broken
     */
    static Mail read(InputStream message, AttachmentSink sink) throws IOException, EmailRejected {
        EmailReader reader = new EmailReader(sink);
        reader.run(message, false);
        if (reader.cut.seen) {
            throw new EmailRejected(Reason.MALFORMED, "boundary");
        }
        return reader.mail();
    }

    private void run(InputStream message, boolean headOnly) throws IOException, EmailRejected {
        MimeTokenStream tokens = new MimeTokenStream(LIMITS, cut, null);
        tokens.parse(message);
        try {
            for (EntityState at = tokens.getState();
                    at != EntityState.T_END_OF_STREAM;
                    at = tokens.next()) {
                on(at, tokens);
                if (headOnly && headRead) {
                    return;
                }
            }
        } catch (MimeException e) {
            boolean bound =
                    e instanceof MaxHeaderLimitException
                            || e.getCause() instanceof MaxLineLimitException;
            throw bound
                    ? new EmailRejected(Reason.TOO_LARGE, "header")
                    : new EmailRejected(Reason.MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    private void on(EntityState at, MimeTokenStream tokens) throws IOException, EmailRejected {
        switch (at) {
            case T_START_HEADER -> part = new Head();
            case T_FIELD -> part.add(tokens.getField());
            case T_END_HEADER -> endOfHead();
            case T_START_MULTIPART, T_START_MESSAGE -> {
                depth++;
                refuse(depth > MAX_DEPTH + 1, Reason.TOO_LARGE, "depth");
            }
            case T_END_MULTIPART, T_END_MESSAGE -> depth--;
            case T_BODY -> body(tokens.getInputStream());
            default -> {}
        }
    }

    private void endOfHead() throws EmailRejected {
        String type = part.type.value();
        refuse(SecrecyMark.isIn(part.subject), Reason.SECRET, "Subject");
        refuse(
                type.equals("multipart/encrypted")
                        || type.endsWith("/pkcs7-mime")
                        || type.endsWith("/x-pkcs7-mime")
                        || type.equals("application/pgp-encrypted"),
                Reason.ENCRYPTED,
                type);
        String name = part.fileName();
        refuse(
                type.equals("application/ms-tnef")
                        || type.equals("application/vnd.ms-tnef")
                        || "winmail.dat".equalsIgnoreCase(name),
                Reason.TNEF,
                type);
        refuse(SecrecyMark.isIn(name), Reason.SECRET, "filename");
        if (!headRead) {
            headRead = true;
            head = part;
            refuse(head.fields == 0 || head.from == null, Reason.MALFORMED, "From");
        } else if (part.subject != null) {
            plain.append("\n--- ").append(part.subject).append(" ---\n");
        }
    }

    private static void refuse(boolean bad, Reason reason, String where) throws EmailRejected {
        if (bad) {
            throw new EmailRejected(reason, where);
        }
    }

    private void body(InputStream raw) throws IOException, EmailRejected {
        parts++;
        refuse(parts > MAX_PARTS, Reason.TOO_LARGE, "parts");
        InputStream bytes = decoded(raw);
        String type = part.type.value().isEmpty() ? "text/plain" : part.type.value();
        String name = part.fileName();
        boolean attached = name != null || part.disposition.value().equals("attachment");
        if (!attached && (type.equals("text/plain") || type.equals("text/html"))) {
            text(bytes, type.equals("text/html") ? html : plain);
        } else if (type.startsWith("image/") && part.inlineImage) {
            note("INLINE_IMAGE_LEFT_OUT", name == null ? type : name);
        } else if (type.endsWith("pkcs7-signature") || type.equals("application/pgp-signature")) {
            note("MAIL_SIGNATURE_LEFT_OUT", name == null ? type : name);
        } else {
            sink.take(name == null ? "đính kèm " + parts : name, type, bytes).ifPresent(notes::add);
        }
    }

    private InputStream decoded(InputStream raw) {
        return switch (part.encoding) {
            case "base64" -> new Base64InputStream(raw, DecodeMonitor.STRICT);
            case "quoted-printable" -> new QuotedPrintableInputStream(raw, DecodeMonitor.SILENT);
            default -> raw;
        };
    }

    private void text(InputStream bytes, StringBuilder into) throws IOException, EmailRejected {
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
            held.write(buffer, 0, n);
            refuse(held.size() > MAX_TEXT, Reason.TOO_LARGE, "text");
        }
        into.append(held.toString(charset()));
        refuse(plain.length() + html.length() > MAX_TEXT, Reason.TOO_LARGE, "text");
    }

    private Charset charset() {
        String name = part.type.parameters().get("charset");
        try {
            return name == null || name.equalsIgnoreCase("us-ascii")
                    ? StandardCharsets.UTF_8
                    : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            note("UNKNOWN_CHARSET", String.valueOf(name));
            return StandardCharsets.UTF_8;
        }
    }

    private void note(String code, String argument) {
        notes.add(ArrivalNote.of("/files", code, argument));
    }

    private Mail mail() throws EmailRejected {
        refuse(SecrecyMark.isIn(firstLines(plain)), Reason.SECRET, "text");
        Mailbox sender = HeaderText.mailbox(String.valueOf(head.from));
        String subject = read("Subject", head.subject);
        String name = read("From", sender.name());
        String text = VietnameseText.clean(plain.isEmpty() ? html.toString() : plain.toString());
        return new Mail(
                head.messageId,
                name,
                sender.address(),
                subject,
                head.date == null ? null : HeaderText.day(head.date),
                text == null ? null : new Mail.Text(text, plain.isEmpty()),
                List.copyOf(doubts),
                List.copyOf(notes));
    }

    /** A mark stands in the head of a letter, not in the middle of its text. */
    private static String firstLines(StringBuilder text) {
        return text.substring(0, Math.min(text.length(), 500));
    }

    private @Nullable String read(String field, @Nullable String text) {
        Optional<LegacyText.Finding> found = LegacyText.recognise(text);
        if (found.isEmpty() || text == null) {
            return VietnameseText.clean(text);
        }
        doubts.add(new Doubt(field, found.get().encoding(), text, found.get().read()));
        return VietnameseText.clean(found.get().read());
    }
}
