package brume.dynamodb.operation.stream;

import static brume.dynamodb.Local.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.dynamodb.Local;
import brume.model.dynamodb.BatchWriteItemInput;
import brume.model.dynamodb.DeleteItemInput;
import brume.model.dynamodb.DeleteTableInput;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.PutRequest;
import brume.model.dynamodb.StreamSpecification;
import brume.model.dynamodb.UpdateItemInput;
import brume.model.dynamodb.UpdateTableInput;
import brume.model.dynamodb.WriteRequest;
import brume.model.dynamodbstreams.DescribeStreamInput;
import brume.model.dynamodbstreams.DynamoDbStreamsModel;
import brume.model.dynamodbstreams.GetRecordsInput;
import brume.model.dynamodbstreams.GetRecordsOutput;
import brume.model.dynamodbstreams.GetShardIteratorInput;
import brume.model.dynamodbstreams.ListStreamsInput;
import brume.model.dynamodbstreams.Record;
import brume.model.dynamodbstreams.ShardFilter;
import brume.model.dynamodbstreams.StreamDescription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTest {
  private Local local = new Local();

  @Test
  void changesAreRecorded() {
    create("NEW_AND_OLD_IMAGES");
    local.put("T", "p", "1", "n", 1);
    add("1", 2);
    delete("1");
    delete("none");

    var records = records();

    assertThat(records).extracting(Record::eventName).containsExactly("INSERT", "MODIFY", "REMOVE");
    var modified = records.get(1);
    assertThat(modified.eventSource()).isEqualTo("aws:dynamodb");
    assertThat(modified.awsRegion()).isEqualTo("us-east-1");
    assertThat(modified.eventVersion()).isEqualTo("1.1");
    assertThat(modified.userIdentity()).isNull();
    var change = modified.dynamodb();
    assertThat(change.keys()).hasToString(item("p", "1").toString());
    assertThat(change.oldImage()).hasToString(item("p", "1", "n", 1).toString());
    assertThat(change.newImage()).hasToString(item("p", "1", "n", 3).toString());
    assertThat(change.approximateCreationDateTime()).isEqualTo(Local.NOW);
    assertThat(change.sizeBytes()).isEqualTo(12);
    assertThat(change.streamViewType()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(records).extracting(Record::eventId).doesNotHaveDuplicates();
    assertThat(records)
        .extracting(record -> record.dynamodb().sequenceNumber())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "KEYS_ONLY,false,false",
    "NEW_IMAGE,false,true",
    "OLD_IMAGE,true,false",
    "NEW_AND_OLD_IMAGES,true,true"
  })
  void aViewSaysWhatRecordsHold(String view, boolean showsOld, boolean showsNew) {
    create(view);
    local.put("T", "p", "1", "n", 1);
    add("1", 1);
    var change = records().getLast().dynamodb();
    assertThat(change.keys()).isNotNull();
    assertThat(change.oldImage() != null).isEqualTo(showsOld);
    assertThat(change.newImage() != null).isEqualTo(showsNew);
  }

  @Test
  void whatChangesNothingIsNotRecorded() {
    create("KEYS_ONLY");
    local.put("T", "p", "1", "n", 1);
    local.put("T", "p", "1", "n", 1);
    add("1", 0);
    assertThat(records()).hasSize(1);
  }

  @Test
  void batchesAreRecorded() {
    create("NEW_IMAGE");
    var puts =
        IntStream.range(0, 25)
            .mapToObj(i -> new WriteRequest(null, new PutRequest(item("p", "item-" + i))))
            .toList();
    local.invoke(
        DynamoDbModel.BATCH_WRITE_ITEM,
        BatchWriteItemInput.builder().requestItems(Map.of("T", puts)).build());
    assertThat(records()).hasSize(25);
  }

  @Test
  void aReaderGoesOnWhereItWas() {
    create("NEW_IMAGE");
    for (int i = 0; i < 5; i++) {
      local.put("T", "p", "item-" + i);
    }
    var first = read(iterator("TRIM_HORIZON", null), 2);
    var second = read(first.nextShardIterator(), 2);
    var third = read(second.nextShardIterator(), 2);
    assertThat(first.records()).hasSize(2);
    assertThat(second.records()).hasSize(2);
    assertThat(third.records()).hasSize(1);
    var fourth = read(third.nextShardIterator(), 2);
    assertThat(fourth.records()).isEmpty();
    local.put("T", "p", "late");
    assertThat(read(fourth.nextShardIterator(), 2).records()).hasSize(1);
    var number = second.records().getFirst().dynamodb().sequenceNumber();
    assertThat(read(iterator("AT_SEQUENCE_NUMBER", number), null).records()).hasSize(4);
    assertThat(read(iterator("AFTER_SEQUENCE_NUMBER", number), null).records()).hasSize(3);
  }

  @Test
  void latestIsWhatComes() {
    create("NEW_IMAGE");
    local.put("T", "p", "1");
    var latest = iterator("LATEST", null);
    local.put("T", "p", "2");
    assertThat(read(latest, null).records()).hasSize(1);
  }

  @Test
  void anIteratorExpires() {
    create("NEW_IMAGE");
    var iterator = iterator("LATEST", null);
    local.clock.advance(Duration.ofMinutes(16));
    assertThatThrownBy(() -> read(iterator, null)).hasMessage("Iterator expired.");
    assertThatThrownBy(() -> read("nonsense", null)).hasMessage("Invalid ShardIterator");
  }

  @Test
  void recordsAreTrimmedAfterADay() {
    create("NEW_IMAGE");
    local.put("T", "p", "1");
    var number = records().getFirst().dynamodb().sequenceNumber();
    local.clock.advance(Duration.ofHours(23));
    local.put("T", "p", "2");
    local.clock.advance(Duration.ofMinutes(90));
    local.work();
    assertThat(records()).hasSize(1);
    assertThatThrownBy(() -> iterator("AT_SEQUENCE_NUMBER", number))
        .hasMessageContaining("past the oldest stream record");
  }

  @Test
  void aStreamThatEndedCanBeReadForADay() {
    create("NEW_IMAGE");
    local.put("T", "p", "1");
    var arn = arn();
    update(new StreamSpecification(false, null));
    local.put("T", "p", "2");
    assertThat(describe(arn).streamStatus()).isEqualTo("DISABLED");
    assertThat(describe(arn).shards().getFirst().sequenceNumberRange().endingSequenceNumber())
        .isNotNull();
    var shard = describe(arn).shards().getFirst().shardId();
    var all = read(iterator(arn, shard, "TRIM_HORIZON", null), null);
    assertThat(all.records()).hasSize(1);
    assertThat(all.nextShardIterator()).isNull();

    update(new StreamSpecification(true, "KEYS_ONLY"));
    assertThat(arn()).isNotEqualTo(arn);
    assertThat(list()).hasSize(2);
    assertThat(records()).isEmpty();

    local.clock.advance(Duration.ofHours(25));
    local.work();
    local.work();
    assertThat(list()).containsExactly(arn());
  }

  @Test
  void aBusyShardIsSplit() {
    create("KEYS_ONLY");
    for (int i = 0; i < 11_000; i++) {
      local.put("T", "p", "item-" + i % 500, "n", i);
    }
    local.work();
    var shards = describe(arn()).shards();
    assertThat(shards).hasSize(3);
    var parent = shards.getFirst();
    assertThat(parent.sequenceNumberRange().endingSequenceNumber()).isNotNull();
    assertThat(shards.subList(1, 3))
        .allSatisfy(child -> assertThat(child.parentShardId()).isEqualTo(parent.shardId()));
    var children =
        DescribeStreamInput.builder()
            .streamArn(arn())
            .shardFilter(new ShardFilter(parent.shardId(), "CHILD_SHARDS"))
            .build();
    assertThat(
            local
                .invoke(DynamoDbStreamsModel.DESCRIBE_STREAM, children)
                .streamDescription()
                .shards())
        .hasSize(2);
    for (int i = 0; i < 100; i++) {
      local.put("T", "p", "item-" + i, "n", -1);
    }
    int below = count(shards.get(1).shardId());
    assertThat(below).isBetween(1, 99);
    assertThat(below + count(shards.get(2).shardId())).isEqualTo(100);
    assertThat(count(parent.shardId())).isEqualTo(11_000);
  }

  /// All records of a shard; one that is closed ends.
  private int count(String shard) {
    int records = 0;
    var next = iterator(arn(), shard, "TRIM_HORIZON", null);
    while (next != null) {
      var page = read(next, null);
      records += page.records().size();
      next = page.records().isEmpty() ? null : page.nextShardIterator();
    }
    return records;
  }

  @Test
  void aStreamOutlivesItsTable() {
    create("NEW_IMAGE");
    local.put("T", "p", "1");
    var arn = arn();
    local.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput("T"));
    local.work();
    var shard = describe(arn).shards().getFirst().shardId();
    assertThat(read(iterator(arn, shard, "TRIM_HORIZON", null), null).records()).hasSize(1);
  }

  @Test
  void settingsMustFit() {
    create("NEW_IMAGE");
    assertThatThrownBy(() -> update(new StreamSpecification(true, "KEYS_ONLY")))
        .hasMessage("Table already has an enabled stream: TableName: T");
    assertThatThrownBy(() -> update(new StreamSpecification(true, null)))
        .hasMessageContaining("StreamViewType must be specified");
    update(new StreamSpecification(false, null));
    assertThatThrownBy(() -> update(new StreamSpecification(false, null)))
        .hasMessageContaining("already disabled");
    assertThatThrownBy(() -> describe("arn:aws:dynamodb:us-east-1:000000000000:table/T/stream/x"))
        .hasMessageContaining("not found");
  }

  @Test
  void numbersGrowAcrossARestart() {
    create("NEW_IMAGE");
    local.put("T", "p", "1");
    var before = records();
    local = new Local(local.store);
    local.put("T", "p", "2");
    var after = records();
    assertThat(after).hasSize(2);
    assertThat(after.getFirst()).isEqualTo(before.getFirst());
  }

  private void create(String view) {
    local.invoke(
        DynamoDbModel.CREATE_TABLE,
        Local.definition("T", "p:S")
            .streamSpecification(new StreamSpecification(true, view))
            .build());
  }

  private void update(StreamSpecification stream) {
    local.invoke(
        DynamoDbModel.UPDATE_TABLE,
        UpdateTableInput.builder().tableName("T").streamSpecification(stream).build());
  }

  private void add(String key, int number) {
    local.invoke(
        DynamoDbModel.UPDATE_ITEM,
        UpdateItemInput.builder()
            .tableName("T")
            .key(item("p", key))
            .updateExpression("ADD n :n")
            .expressionAttributeValues(item(":n", number))
            .build());
  }

  private void delete(String key) {
    local.invoke(
        DynamoDbModel.DELETE_ITEM,
        DeleteItemInput.builder().tableName("T").key(item("p", key)).build());
  }

  private String arn() {
    return local
        .invoke(DynamoDbModel.DESCRIBE_TABLE, new DescribeTableInput("T"))
        .table()
        .latestStreamArn();
  }

  private StreamDescription describe(String arn) {
    return local
        .invoke(
            DynamoDbStreamsModel.DESCRIBE_STREAM,
            DescribeStreamInput.builder().streamArn(arn).build())
        .streamDescription();
  }

  private List<String> list() {
    return local
        .invoke(
            DynamoDbStreamsModel.LIST_STREAMS, ListStreamsInput.builder().tableName("T").build())
        .streams()
        .stream()
        .map(brume.model.dynamodbstreams.Stream::streamArn)
        .toList();
  }

  private List<Record> records() {
    return read(iterator("TRIM_HORIZON", null), null).records();
  }

  private String iterator(String type, String number) {
    var stream = describe(arn());
    return iterator(stream.streamArn(), stream.shards().getFirst().shardId(), type, number);
  }

  private String iterator(String arn, String shard, String type, String number) {
    return local
        .invoke(
            DynamoDbStreamsModel.GET_SHARD_ITERATOR,
            new GetShardIteratorInput(number, shard, type, arn))
        .shardIterator();
  }

  private GetRecordsOutput read(String iterator, Integer limit) {
    return local.invoke(DynamoDbStreamsModel.GET_RECORDS, new GetRecordsInput(limit, iterator));
  }
}
