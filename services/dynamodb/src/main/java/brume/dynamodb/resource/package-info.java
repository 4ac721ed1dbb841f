/// What templates can declare of DynamoDB.
@NullMarked
package brume.dynamodb.resource;

import org.jspecify.annotations.NullMarked;
