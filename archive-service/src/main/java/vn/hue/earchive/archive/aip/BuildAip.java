package vn.hue.earchive.archive.aip;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.hue.earchive.archive.aip.PackagePlan.DataFile;
import vn.hue.earchive.archive.aip.PackagePlan.DataItem;

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
        return check(PackagePlan.of(aip));
    }

    private static List<FieldViolation> check(PackagePlan plan) {
        List<FieldViolation> violations =
                new ArrayList<>(EadFields.DOSSIER.check(null, EadFields.values(plan.aip())));
        for (DataItem item : plan.items()) {
            violations.addAll(item.table().check(item.docCode(), item.values()));
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
        PackagePlan plan = PackagePlan.of(aip);
        List<FieldViolation> violations = check(plan);
        if (!violations.isEmpty()) {
            throw new InvalidDescription(violations);
        }
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
        for (SchemaFile schema : plan.schemas()) {
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
        List<Rendered> descriptions = new ArrayList<>();
        for (DataItem item : plan.items()) {
            descriptions.add(
                    Rendered.of(
                            PackagePlan.REP + item.descriptionPath(),
                            item.table().xml(item.values(), "../../../../schemas/")));
        }
        Rendered repPremis =
                Rendered.of(
                        PackagePlan.REP + "metadata/preservation/PREMIS_rep1.xml",
                        premis.representation(checks));
        Rendered repMets =
                Rendered.of(
                        PackagePlan.REP + "METS.xml",
                        mets.representation(descriptions, repPremis, checks));
        Rendered ead =
                Rendered.of(
                        "metadata/descriptive/EAD.xml",
                        EadFields.DOSSIER.xml(EadFields.values(aip), "../../schemas/"));
        Rendered packagePremis =
                Rendered.of("metadata/preservation/PREMIS.xml", premis.packageLevel(checks));
        Rendered packageMets =
                Rendered.of("METS.xml", mets.packageLevel(ead, packagePremis, repMets));
        List<Rendered> all = new ArrayList<>(descriptions);
        all.addAll(List.of(repPremis, repMets, ead, packagePremis, packageMets));
        return all;
    }
}
