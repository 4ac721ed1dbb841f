package brume.s3.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicPolicyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Principal':'*' | true",
        "'Principal':{'AWS':'*'} | true",
        "'Principal':{'AWS':['arn:aws:iam::111122223333:root','*']} | true",
        "'NotPrincipal':{'AWS':'arn:aws:iam::111122223333:root'} | true",
        "'Principal':{'AWS':'arn:aws:iam::111122223333:root'} | false",
        "'Principal':{'Service':'cloudfront.amazonaws.com'} | false",
        "'Principal':'*','Condition':{'StringEquals':{'aws:SourceArn':'arn:aws:sns:x:y:z'}} | false",
        "'Principal':'*','Condition':{'StringLike':{'aws:SourceArn':'arn:aws:sns:*'}} | true",
        "'Principal':'*','Condition':{'StringNotEquals':{'aws:SourceVpc':'vpc-1'}} | true",
        "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}} | false",
        "'Principal':'*','Condition':{'IpAddress':{'aws:SourceIp':['10.0.0.0/8','0.0.0.0/0']}} | true",
        "'Principal':'*','Condition':{'StringEquals':{'aws:UserAgent':'x'}} | true"
      })
  void tellsWhoIsLetIn(String statement, boolean isPublic) {
    var document = "{'Statement':[{'Effect':'Allow'," + statement + "}]}";
    assertThat(PublicPolicy.isPublic(document.replace('\'', '"'))).isEqualTo(isPublic);
    assertThat(PublicPolicy.isPublic(document.replace("Allow", "Deny").replace('\'', '"')))
        .isFalse();
  }
}
