package vn.hue.earchive.archive.aip;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.EadFields.Field;
import vn.hue.earchive.archive.aip.PackagePlan.DataDocument;
import vn.hue.earchive.archive.aip.PackagePlan.DataFile;

/**
 * Makes the AIP of Circular 05/2025 (form {@code AIP_hoso}) as one ZIP, in one pass: first the
 * data, as the bytes stream by, then the descriptions and METS, which need what the checks found.
 * Holds the XML of one package in memory, never the data.
 *
 * <p>Journey step <em>preserve</em>; the bytes go to {@code store.AipStore}.
 */
@ApplicationScoped
public class BuildAip {

    private final String softwareVersion;

    BuildAip(
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0.1.0")
                    String softwareVersion) {
        this.softwareVersion = softwareVersion;
    }

    /** A builder outside the container, for tools and benchmarks. */
    public static BuildAip withVersion(String softwareVersion) {
        return new BuildAip(softwareVersion);
    }

    /**
     * Holds a description against the field tables of the Circular; what is found here would make
     * {@link #write} fail.
     *
     * @return every violation, empty when there is none
     */
    public List<FieldViolation> check(AipDescription aip) {
        List<FieldViolation> violations = new ArrayList<>();
        check(null, EadFields.DOSSIER, EadFields.values(aip), violations);
        for (DataDocument document : PackagePlan.of(aip).documents()) {
            check(
                    document.document().docCode(),
                    EadFields.DOCUMENT,
                    EadFields.values(aip, document),
                    violations);
        }
        return violations;
    }

    /** About how many bytes the package will have, never less. */
    public long estimatedSize(AipDescription aip) {
        return PackagePlan.of(aip).estimatedSize();
    }

    /**
     * Writes the package. The same description, bytes and checks give the same bytes.
     *
     * @param out flushed, not closed; on an exception what was written so far is worthless
     * @throws FileMismatch when the bytes of a file are not what the manifest says
     * @throws InvalidDescription when {@link #check} finds anything
     * @throws IOException when the source or {@code out} fails
     */
    public PackIndex write(AipDescription aip, FileSource source, OutputStream out)
            throws IOException {
        List<FieldViolation> violations = check(aip);
        if (!violations.isEmpty()) {
            throw new InvalidDescription(violations);
        }
        PackagePlan plan = PackagePlan.of(aip);
        DigestOutputStream digested = new DigestOutputStream(out, Digests.sha256());
        ZipPack zip = new ZipPack(digested, aip.folder(), aip.createdAt());
        for (DataFile file : plan.files()) {
            try (InputStream in = source.open(file.file())) {
                zip.add(
                        file.path(),
                        file.description().fileId(),
                        file.description().size(),
                        file.file().crc32(),
                        file.description().sha256(),
                        in);
            }
        }
        for (Rendered rendered : render(plan, source.checks())) {
            zip.add(rendered);
        }
        for (SchemaFile schema : SchemaFile.ALL) {
            zip.add(schema);
        }
        List<PackIndex.Entry> entries = zip.finish();
        String sha256 = Digests.hex(digested.getMessageDigest().digest());
        return new PackIndex(aip.folder(), zip.position(), sha256, entries);
    }

    static FormatId formatOf(AipChecks checks, DataFile file) {
        FormatId format = checks.formats().get(file.description().fileId());
        if (format == null) {
            throw new IllegalArgumentException(
                    "no format was handed in for file " + file.description().fileId());
        }
        return format;
    }

    private List<Rendered> render(PackagePlan plan, AipChecks checks) {
        AipDescription aip = plan.aip();
        MetsWriter mets = new MetsWriter(plan, softwareVersion);
        PremisWriter premis = new PremisWriter(plan, softwareVersion);
        List<Rendered> documents = new ArrayList<>();
        for (DataDocument document : plan.documents()) {
            documents.add(
                    Rendered.of(
                            PackagePlan.REP + document.descriptionPath(),
                            EadFields.xml(
                                    EadFields.DOCUMENT,
                                    EadFields.values(aip, document),
                                    "../../../../schemas/EAD_doc.xsd")));
        }
        Rendered repPremis =
                Rendered.of(
                        PackagePlan.REP + "metadata/preservation/PREMIS_rep1.xml",
                        premis.representation(checks));
        Rendered repMets =
                Rendered.of(
                        PackagePlan.REP + "METS.xml",
                        mets.representation(documents, repPremis, checks));
        Rendered ead =
                Rendered.of(
                        "metadata/descriptive/EAD.xml",
                        EadFields.xml(
                                EadFields.DOSSIER, EadFields.values(aip), "../../schemas/EAD.xsd"));
        Rendered packagePremis =
                Rendered.of("metadata/preservation/PREMIS.xml", premis.packageLevel(checks));
        Rendered packageMets =
                Rendered.of("METS.xml", mets.packageLevel(ead, packagePremis, repMets));
        List<Rendered> all = new ArrayList<>(documents);
        all.addAll(List.of(repPremis, repMets, ead, packagePremis, packageMets));
        return all;
    }

    private static void check(
            @Nullable String docCode,
            List<Field> fields,
            List<@Nullable String> values,
            List<FieldViolation> violations) {
        for (int i = 0; i < fields.size(); i++) {
            FieldViolation.Rule rule = fields.get(i).brokenBy(values.get(i));
            if (rule != null) {
                violations.add(new FieldViolation(docCode, fields.get(i).name(), rule));
            }
        }
    }
}
