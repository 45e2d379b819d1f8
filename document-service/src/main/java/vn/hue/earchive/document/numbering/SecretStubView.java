package vn.hue.earchive.document.numbering;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A number slot of the series of state-secret papers.
 *
 * @param written as it is printed, {@code 05}
 * @param registeredOn legal date, Asia/Ho_Chi_Minh
 */
record SecretStubView(
        UUID id,
        String direction,
        int year,
        long number,
        String written,
        String securityClass,
        LocalDate registeredOn,
        String registeredBy) {}
