# Fills an empty Redmine with the invented plans, in bulk. Run by: rails runner redmine_filling.rb ROWS PAGES
rows, pages = ARGV
lines = File.foreach(rows)
known = JSON.parse(lines.next)
now = Time.now
conn = ActiveRecord::Base.connection

Setting.login_required = "1"
Setting.per_page_options = "25,50,100"
User.find_by(login: "admin").update_columns(must_change_passwd: false)
tracker = Tracker.first
priority = IssuePriority.default || IssuePriority.first
closed = %w[complete stopped merged]
names = ["not started", "planning", "delivering", "ongoing", "complete", "paused", "stopped", "merged"]
statuses = names.to_h { |name| [name, IssueStatus.create!(name: name.capitalize, is_closed: closed.include?(name)).id] }

fields = { "leads" => "bodies", "programmes" => "programmes" }.to_h do |key, list|
  field = IssueCustomField.create!(name: key.capitalize, field_format: "list", possible_values: known[list],
                                   multiple: true, is_filter: true, searchable: true, is_for_all: true,
                                   trackers: [tracker])
  [key, field.id]
end

users = 20.times.map do |at|
  user = User.new(firstname: "Officer", lastname: at.to_s, mail: "officer#{at}@wexcombe.example", language: "en")
  user.login = "officer#{at}"
  user.password = user.password_confirmation = "quiet-harbour-lantern-17"
  user.save!
  user.id
end
role = Role.givable.first

projects = 0
issues = 0
asked = { "overview" => [], "action" => [] }
lines_left = true
until !lines_left
  line = begin
    lines.next
  rescue StopIteration
    lines_left = false
    next
  end
  plan = JSON.parse(line)
  projects += 1
  Issue.transaction do
    id = Project.insert_all!([{ name: plan["title"][0, 250], description: plan["vision"], identifier: "plan-#{projects}",
                                status: 1, is_public: false, inherit_members: false, lft: 2 * projects - 1,
                                rgt: 2 * projects, created_on: now, updated_on: now }], returning: nil) &&
         Project.where(identifier: "plan-#{projects}").pick(:id)
    EnabledModule.insert_all!([{ project_id: id, name: "issue_tracking" }])
    conn.execute("INSERT INTO projects_trackers (project_id, tracker_id) VALUES (#{id}, #{tracker.id})")
    Member.insert_all!(users.map { |user| { user_id: user, project_id: id, created_on: now } })
    members = Member.where(project_id: id).pluck(:id)
    MemberRole.insert_all!(members.map { |member| { member_id: member, role_id: role.id } })
    categories = plan["issues"].map { |each| each["category"][0, 60] }.uniq
    IssueCategory.insert_all!(categories.map { |name| { project_id: id, name: name } })
    category = IssueCategory.where(project_id: id).pluck(:name, :id).to_h

    first = issues + 1
    made = plan["issues"].map do |each|
      issues += 1
      { id: issues, tracker_id: tracker.id, project_id: id, subject: each["subject"][0, 255],
        description: each["description"], due_date: each["ends"], start_date: each["starts"],
        category_id: category[each["category"][0, 60]], status_id: statuses[each["status"]],
        priority_id: priority.id, author_id: users[0], lock_version: 0, done_ratio: 0, root_id: issues,
        lft: 1, rgt: 2, is_private: false, created_on: now, updated_on: now }
    end
    Issue.insert_all!(made)
    values = plan["issues"].each_with_index.flat_map do |each, at|
      fields.flat_map do |key, field|
        each[key].map { |value| { customized_type: "Issue", customized_id: first + at, custom_field_id: field, value: value } }
      end
    end
    CustomValue.insert_all!(values) unless values.empty?
    journals = plan["issues"].each_with_index.flat_map do |each, at|
      each["journals"].each_with_index.map do |journal, round|
        { journalized_id: first + at, journalized_type: "Issue", user_id: users[round % 20],
          notes: journal["notes"], created_on: now - (100 - round) * 86_400, private_notes: false }
      end
    end
    if journals.any?
      Journal.insert_all!(journals)
      told = plan["issues"].flat_map { |each| each["journals"].map { |journal| statuses[journal["status"]].to_s } }
      ids = Journal.where(journalized_id: first..issues).order(:id).pluck(:id)
      JournalDetail.insert_all!(ids.zip(told).map do |journal, value|
        { journal_id: journal, property: "attr", prop_key: "status_id", old_value: statuses["planning"].to_s, value: value }
      end)
    end
  end
  asked["overview"] << "/projects/plan-#{projects}" if projects % 4 == 0
  asked["action"] << "/issues/#{issues}" if projects % 4 == 0
end

if conn.adapter_name =~ /postgres/i
  %w[issues projects].each { |table| conn.reset_pk_sequence!(table) }
  conn.execute("VACUUM ANALYZE")
else
  conn.execute("ANALYZE")
end

list = "/issues?utf8=%E2%9C%93&set_filter=1&per_page=50&c[]=subject&c[]=status&c[]=due_date&c[]=project&c[]=cf_#{fields["leads"]}"
filter = lambda do |name, operator, *values|
  "&f[]=#{name}&op[#{name}]=#{CGI.escape(operator)}" + values.map { |value| "&v[#{name}][]=#{CGI.escape(value.to_s)}" }.join
end
lead, programme = "cf_#{fields["leads"]}", "cf_#{fields["programmes"]}"
delivering = filter.call("status_id", "=", statuses["delivering"])
asked["table"] = [
  list + delivering,
  list + filter.call(lead, "!*"),
  list + filter.call("status_id", "o") + filter.call("due_date", "<t-", 1) + "&sort=due_date",
  list + filter.call(lead, "=", "Millbrook Surgery"),
  list + filter.call("due_date", "><", "2025-04-01", "2026-03-31") + filter.call("status_id", "=", statuses["planning"]),
  list + filter.call(programme, "=", "Warm Homes in Wexcombe"),
  list + filter.call("subject", "~", "night bus"),
  list + delivering + "&sort=#{lead}&page=3",
  "/projects/plan-4" + list + filter.call("category_id", "*"),
  "/projects/plan-8" + list + filter.call("category_id", "*")
]
words = ["night bus", "carers", "falls clinic millbrook", "stop smoking", "warm homes older people",
         "Saltmarsh College", "allotment", "bicycles", "young people fenny ash", "men's shed"]
asked["search"] = words.map { |each| "/search?all_words=1&issues=1&projects=1&q=#{CGI.escape(each)}" }
File.write(pages, JSON.generate(asked.slice("overview", "table", "search", "action").sort_by { |kind, _| %w[overview table search action].index(kind) }.to_h))
