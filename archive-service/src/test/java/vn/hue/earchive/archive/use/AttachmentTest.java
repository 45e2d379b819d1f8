package vn.hue.earchive.archive.use;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** File names of downloads (RFC 6266). */
class AttachmentTest {

    @Test
    void keepsAVietnameseNameForClientsThatReadUtf8() {
        assertThat(Attachment.named("Kế hoạch Đề án.pdf"))
                .isEqualTo(
                        "attachment; filename=\"Ke hoach De an.pdf\"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%C4%90%E1%BB%81%20%C3%A1n.pdf");
    }

    /** Red when a name can end the header, open a path or turn the reading direction. */
    @Test
    void letsNothingDangerousPass() {
        assertThat(Attachment.named("a\"\r\nSet-Cookie: x/../\u202Efdp.exe"))
                .doesNotContain("\r", "\n", "/..", "\u202E", "%E2%80%AE")
                .startsWith("attachment; filename=\"a_Set-Cookie_");
        assertThat(Attachment.named("..")).contains("filename=\"file\"");
    }
}
