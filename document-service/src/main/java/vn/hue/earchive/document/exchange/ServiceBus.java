package vn.hue.earchive.document.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import vn.hue.earchive.document.edxml.StatusCode;

/**
 * The bus that carries messages between agencies. Every call blocks, holds no message in memory and
 * may be repeated: a repeated send may deliver twice, which receivers tell by their natural key.
 */
interface ServiceBus {

    /** Whether messages of this agency can go out and come in at all. */
    boolean connects(String agencyCode);

    /**
     * Hands a message over.
     *
     * @return the name that the bus gives the message
     */
    String send(String agencyCode, Kind kind, Message message) throws BusFailure;

    /** Tells what became of a message that came by the bus. */
    void updateStatus(String agencyCode, String busId, StatusCode status) throws BusFailure;

    /** Names of the messages that the bus holds for the agency from these days. */
    List<Held> held(String agencyCode, LocalDate from, LocalDate to) throws BusFailure;

    /** Hands the bytes of a message to the reader while they arrive. */
    <T> T fetch(String agencyCode, String busId, Reader<T> reader) throws BusFailure;

    /** What a message carries. */
    enum Kind {
        DOCUMENT,
        STATUS
    }

    /** A message that can be read again from its start. */
    interface Message {

        /** In bytes. */
        long length();

        InputStream open();
    }

    /** A message that waits at the bus. */
    record Held(String busId) {}

    /** Reads an edXML message to its end; does not close the stream. */
    interface Reader<T> {
        T read(InputStream edxml) throws IOException;
    }
}
