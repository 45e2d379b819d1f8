package vn.hue.earchive.document.register;

import java.time.LocalDate;

/**
 * Where a document stands in a register.
 *
 * @param series key of the number series
 * @param number in the series, from 1
 * @param on legal date of arrival or issue, Asia/Ho_Chi_Minh
 */
public record RegisterPlace(int year, String series, long number, LocalDate on) {}
