-- A recall finds every message about its document, updates that have a DocumentId of their own among them.
create index ix_edxml_message_target on edxml_message (agency_id, target_key) where target_key is not null;
