package vn.hue.earchive.document.file;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The bucket that holds bytes until the archive has custody of them. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface WorkingBucket {}
