package vn.hue.earchive.archive.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Custody records as JSON. */
@ApplicationScoped
public class CustodyRecords {

    private final ObjectMapper json;
    private final ObjectReader reader;

    CustodyRecords(ObjectMapper json) {
        this.json = json;
        // A record that a newer service wrote may tell more.
        this.reader =
                json.readerFor(CustodyRecord.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    public String write(CustodyRecord record) {
        try {
            return json.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }

    /** Empty when it is no record of a form that is known here. */
    public Optional<CustodyRecord> read(String text) {
        try {
            CustodyRecord record = reader.readValue(text);
            return Optional.of(record).filter(each -> CustodyRecord.FORM.equals(each.form()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
