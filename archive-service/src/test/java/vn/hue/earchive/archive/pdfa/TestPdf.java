package vn.hue.earchive.archive.pdfa;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;

/** Small PDFs of one empty page. */
public final class TestPdf {

    private TestPdf() {}

    /** Conforms to PDF/A-2b. */
    public static byte[] pdfa() {
        return pdf("2", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>");
    }

    /** Claims to be PDF/A-2b, and runs a script when its page is opened. */
    public static byte[] pretender() {
        return pdf(
                "2",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >>"
                        + " /AA << /O << /S /JavaScript /JS (1) >> >> >>");
    }

    /** Claims nothing. */
    public static byte[] plain() {
        return pdf("", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>");
    }

    private static byte[] pdf(String part, String page) {
        String claim =
                part.isEmpty()
                        ? ""
                        : "<pdfaid:part>"
                                + part
                                + "</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>";
        String xmp =
                "<?xpacket begin=\"\u00ef\u00bb\u00bf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                        + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        + "<rdf:Description rdf:about=\"\""
                        + (part.isEmpty()
                                ? ""
                                : " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"")
                        + ">"
                        + claim
                        + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>";
        List<String> objects =
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        page,
                        "<< /Type /Metadata /Subtype /XML /Length "
                                + xmp.length()
                                + " >>\nstream\n"
                                + xmp
                                + "\nendstream");
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < objects.size(); at++) {
            places.add(pdf.length());
            pdf.append(at + 1).append(" 0 obj\n").append(objects.get(at)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> pdf.append("%010d 00000 n \n".formatted(place)));
        pdf.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(
                        " /Root 1 0 R /ID [<0123456789ABCDEF0123456789ABCDEF> <0123456789ABCDEF0123456789ABCDEF>] >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(ISO_8859_1);
    }
}
