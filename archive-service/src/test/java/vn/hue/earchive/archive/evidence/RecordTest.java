package vn.hue.earchive.archive.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.evidencerecord.asn1.validation.ASN1EvidenceRecordValidator;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.intake.ArchiveWorld;

/** Evidence records (RFC 4998) of packages, made and renewed by us, judged by DSS. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class RecordTest {

    @Inject ArchiveWorld archive;
    @Inject LogWorld world;
    @Inject TimestampClient client;

    /**
     * Red when a package has no record, when a record is another package's, when a renewal breaks
     * it, or when a renewal is not done in time.
     */
    @Test
    void everyPackageHasARecordThatDssBelievesAlsoAfterItsRenewal() throws Exception {
        List<ProvenDossier> dossiers = new ArrayList<>();
        for (int at = 0; at < 3; at++) {
            dossiers.add(ProvenDossier.takenIn(archive));
        }
        for (ProvenDossier dossier : dossiers) {
            await().atMost(LogWorld.SOON).until(() -> !records(dossier).isEmpty());
            assertThat(judged(recordOf(dossier), pack(dossier))).isEqualTo(Indication.PASSED);
        }
        byte[] other = pack(dossiers.get(1));
        assertThat(judged(recordOf(dossiers.getFirst()), other)).isNotEqualTo(Indication.PASSED);

        byte[] before = recordOf(dossiers.getFirst());
        String batch =
                world.ask(
                                "SELECT batch_id::text FROM evidence_record WHERE holding_id = ?",
                                dossiers.getFirst().id())
                        .getFirst();
        world.ask(
                "UPDATE evidence_record_batch SET renew_at = now() WHERE id = ?::uuid RETURNING 'due'",
                batch);
        await().atMost(LogWorld.SOON)
                .until(() ->
                        world.ask(
                                                "SELECT 1::text FROM evidence_record_batch"
                                                        + " WHERE id = ?::uuid AND stamps > 1",
                                                batch)
                                        .size()
                                == 1);
        byte[] after = recordOf(dossiers.getFirst());
        assertThat(after.length).isGreaterThan(before.length);
        assertThat(judged(after, pack(dossiers.getFirst()))).isEqualTo(Indication.PASSED);
        assertThat(judged(after, other)).isNotEqualTo(Indication.PASSED);
    }

    /** Red when the chain that follows SHA-256 does not cover the chains before it. */
    @Test
    void aRecordOutlivesItsHashAlgorithm() throws Exception {
        ProvenDossier dossier = ProvenDossier.takenIn(archive);
        await().atMost(LogWorld.SOON).until(() -> !records(dossier).isEmpty());
        byte[] pack = pack(dossier);
        try (TestAuthority later = TestAuthority.start(true)) {
            byte[] rehashed =
                    EvidenceRecords.rehash(
                            recordOf(dossier),
                            new ERSByteData(pack),
                            request -> client.respond(later.address(), request));
            assertThat(
                            new ERSEvidenceRecord(rehashed, EvidenceRecords.digests())
                                    .toASN1Structure()
                                    .getArchiveTimeStampSequence()
                                    .getArchiveTimeStampChains())
                    .hasSize(2);
            assertThat(judged(rehashed, pack)).isEqualTo(Indication.PASSED);
            pack[pack.length / 2] ^= 1;
            assertThat(judged(rehashed, pack)).isNotEqualTo(Indication.PASSED);
        }
    }

    /** Red when the proof lacks the record. */
    @Test
    void theProofCarriesTheRecord() {
        ProvenDossier dossier = ProvenDossier.takenIn(archive);
        await().atMost(LogWorld.SOON).until(() -> !records(dossier).isEmpty());

        byte[] bundle = dossier.bundle();

        assertThat(ProvenDossier.files(bundle).get("evidence-record.er"))
                .isEqualTo(recordOf(dossier));
        assertThat(ProvenDossier.verify(bundle, dossier.vkey()).holds()).isTrue();
    }

    private List<String> records(ProvenDossier dossier) {
        return world.ask(
                "SELECT pack_sha256 FROM evidence_record WHERE holding_id = ?", dossier.id());
    }

    private byte[] recordOf(ProvenDossier dossier) {
        return world.token("SELECT record FROM evidence_record WHERE holding_id = ?", dossier.id());
    }

    private static byte[] pack(ProvenDossier dossier) {
        return dossier.as("agency-archivist")
                .get("/v1/holdings/" + dossier.id() + "/package")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    /** What DSS says of a record over these bytes, when the authorities in it are trusted. */
    private static Indication judged(byte[] kept, byte[] pack) throws Exception {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        for (var chain :
                new ERSEvidenceRecord(kept, EvidenceRecords.digests())
                        .toASN1Structure()
                        .getArchiveTimeStampSequence()
                        .getArchiveTimeStampChains()) {
            for (var stamp : chain.getArchiveTimestamps()) {
                var token = new org.bouncycastle.tsp.TimeStampToken(stamp.getTimeStamp());
                for (var signer : TimestampClient.signers(token)) {
                    trusted.addCertificate(DSSUtils.loadCertificate(signer.getEncoded()));
                }
            }
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        ASN1EvidenceRecordValidator validator =
                new ASN1EvidenceRecordValidator(new InMemoryDocument(kept));
        validator.setCertificateVerifier(verifier);
        validator.setDetachedContents(List.of(new InMemoryDocument(pack, "package.zip")));
        SimpleReport report = validator.validateDocument().getSimpleReport();
        return Objects.requireNonNull(report.getIndication(report.getFirstEvidenceRecordId()));
    }
}
