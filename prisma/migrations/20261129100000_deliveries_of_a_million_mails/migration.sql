ALTER TABLE `portal_outbox`
  ADD INDEX `portal_outbox_recipient_state_sent_via_sent_at_idx` (`recipient`, `state`, `sent_via`, `sent_at`);

ALTER TABLE `portal_mail_event`
  ADD INDEX `portal_mail_event_recipient_fate_at_idx` (`recipient`, `fate`, `at`),
  ADD INDEX `portal_mail_event_fate_idx` (`fate`);
