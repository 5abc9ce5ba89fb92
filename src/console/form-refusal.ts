/** What a form of the page of a case lacks, before anything is tried. */
export interface FormRefusal {
  readonly kind:
    | 'note-empty'
    | 'nobody-in-contact'
    | 'build-malformed'
    | 'no-assignee'
    | 'no-wait'
    | 'wait-time-malformed'
    | 'no-assessment'
    | 'no-shipment'
    | 'no-write-off-reason'
    | 'no-scope-reason'
    | 'mail-empty'
    | 'no-reopening-reason';
}
