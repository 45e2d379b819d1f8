package vn.hue.earchive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Download of working files. */
@QuarkusTest
class ContentTest {

    @Test
    void givesTheBytesWholeAndInRangesAndRunsNothingInABrowser() {
        TestAgency agency = TestAgency.fresh();
        byte[] pdf = Work.sample("12-KH-UBND.pdf");
        String upload = Work.upload(agency, pdf);
        String document = Work.register(agency, Work.registration(upload));
        String path = "/v1/documents/" + document + "/files/" + upload + "/content";

        byte[] whole =
                agency.as("specialist")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .header("Repr-Digest", Digests.field(pdf))
                        .header("Content-Disposition", containsString("filename*=UTF-8''v%C4%83n"))
                        .header("Content-Security-Policy", containsString("sandbox"))
                        .header("X-Content-Type-Options", "nosniff")
                        .header("ETag", equalTo('"' + Digests.sha256(pdf) + '"'))
                        .extract()
                        .asByteArray();
        assertThat(whole).isEqualTo(pdf);
        byte[] part =
                agency.as("specialist")
                        .header("Range", "bytes=100-199")
                        .get(path)
                        .then()
                        .statusCode(206)
                        .header("Content-Range", "bytes 100-199/" + pdf.length)
                        .extract()
                        .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(pdf, 100, 200));
        Problems.expect(
                agency.as("specialist").header("Range", "bytes=9999999-").get(path).then(),
                416,
                "RANGE_NOT_SATISFIABLE");
    }
}
