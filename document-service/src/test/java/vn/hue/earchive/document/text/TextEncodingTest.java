package vn.hue.earchive.document.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Each way in which an office saves Vietnamese text. Red when one is taken for another. */
class TextEncodingTest {

    private static final String TEXT =
            "hồ sơ hội nghị tổng kết công tác năm của cơ quan, kế hoạch báo cáo tháng, quý";

    /** The same words as a .VnTime document holds them. */
    private static final String TCVN3 =
            "68e5 2073ac 2068e96920"
                    + " 6e6768de2074e66e67206bd5742063ab6e672074b863206eA86d2063f1a92063ac207175616e2c206bd5"
                    + " 20686f b96368 2062b86f2063b86f2074 68b86e672c207175fd";

    /** The same as a VNI-Times document holds it. */
    private static final String VNI =
            "hoà sô hoäi nghò toång keát coâng taùc naêm cuûa cô quan, keá hoaïch baùo caùo thaùng,"
                    + " quyù";

    private static void expect(byte[] bytes, TextEncoding encoding) {
        TextEncoding.Reading reading = TextEncoding.read(bytes);
        assertThat(reading.encoding()).isEqualTo(encoding);
    }

    @Test
    void utf8IsReadAsItIsWithOrWithoutByteOrderMark() {
        expect(TEXT.getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8);
        TextEncoding.Reading marked =
                TextEncoding.read(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8));
        assertThat(marked.text()).isEqualTo(TEXT);
        expect("plain ASCII".getBytes(StandardCharsets.US_ASCII), TextEncoding.UTF_8);
        expect(new byte[0], TextEncoding.UTF_8);
    }

    @Test
    void tonesThatStandApartAreJoined() {
        byte[] nfd =
                Normalizer.normalize(TEXT, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);
        TextEncoding.Reading reading = TextEncoding.read(nfd);
        assertThat(reading.encoding()).isEqualTo(TextEncoding.UTF_8_NFD);
        assertThat(reading.text()).isEqualTo(TEXT);
    }

    @Test
    void utf16IsNamedWithAndWithoutByteOrderMark() {
        expect(TEXT.getBytes(StandardCharsets.UTF_16), TextEncoding.UTF_16);
        expect("code,groupCode,title".getBytes(StandardCharsets.UTF_16LE), TextEncoding.UTF_16);
        // Without a single zero byte, by its mark alone.
        expect("ềểễếệ".getBytes(StandardCharsets.UTF_16), TextEncoding.UTF_16);
    }

    @Test
    void windows1258IsNamedAndCanBeRead() {
        byte[] bytes = cp1258(TEXT);
        TextEncoding.Reading reading = TextEncoding.read(bytes);
        assertThat(reading.encoding()).isEqualTo(TextEncoding.WINDOWS_1258);
        assertThat(reading.text()).isEqualTo(TEXT);
    }

    /** CP1258 has vowels with their hats and tones as separate characters. */
    private static byte[] cp1258(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Charset charset = Charset.forName("windows-1258");
        for (String letter : text.split("")) {
            byte[] whole = letter.getBytes(charset);
            if (whole.length == 1 && whole[0] != '?') {
                out.writeBytes(whole);
                continue;
            }
            String nfd = Normalizer.normalize(letter, Normalizer.Form.NFD);
            String tones = nfd.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            String base =
                    Normalizer.normalize(
                            nfd.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""),
                            Normalizer.Form.NFC);
            out.writeBytes((base + tones).getBytes(charset));
        }
        return out.toByteArray();
    }

    @Test
    void tcvn3IsNamedAsBytesAndAsTextThatWasSavedAgain() {
        byte[] bytes = HexFormat.of().parseHex(TCVN3.replace(" ", ""));
        expect(bytes, TextEncoding.TCVN3);
        String saved = new String(bytes, StandardCharsets.ISO_8859_1);
        expect(saved.getBytes(StandardCharsets.UTF_8), TextEncoding.TCVN3);
    }

    @Test
    void vniIsNamedAsBytesAndAsTextThatWasSavedAgain() {
        expect(VNI.getBytes(StandardCharsets.ISO_8859_1), TextEncoding.VNI);
        expect(VNI.getBytes(StandardCharsets.UTF_8), TextEncoding.VNI);
    }

    @Test
    void whatIsNoTextIsNotGuessedInto() {
        byte[] noise = new byte[512];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (0x80 + i * 7 % 128);
        }
        expect(noise, TextEncoding.UNKNOWN);
    }

    /** French is Latin-1 as well. */
    @Test
    void anotherLanguageIsNotTakenForAnOldFont() {
        String french = "L'archive générale de l'école: procès-verbal, état, déjà vu, où, à côté";
        expect(french.getBytes(StandardCharsets.UTF_8), TextEncoding.UTF_8);
    }
}
