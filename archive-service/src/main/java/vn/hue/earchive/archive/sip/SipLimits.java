package vn.hue.earchive.archive.sip;

/**
 * What is taken at most.
 *
 * @param entries files and folders of one ZIP
 * @param entryBytes of one file, unpacked
 * @param totalBytes of all files, unpacked
 * @param ratio unpacked by packed size of one file; small files (64 KiB) are exempt
 * @param xmlBytes of one metadata file
 */
public record SipLimits(int entries, long entryBytes, long totalBytes, int ratio, int xmlBytes) {}
