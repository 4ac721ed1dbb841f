/// Uploads by forms of web pages, which sign a policy in place of a request.
///
/// Source: Amazon S3 API reference, "Browser-based uploads using POST" and "POST object". Start
/// with [FormUpload].
@NullMarked
package brume.s3.form;

import org.jspecify.annotations.NullMarked;
